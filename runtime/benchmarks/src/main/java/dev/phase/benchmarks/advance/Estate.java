package dev.phase.benchmarks.advance;

import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.embedded.EmbeddedServer;
import dev.phase.engine.Advanced;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A project with a database of so many tables, and so many changes in its history. */
final class Estate {

  /** How many changes a release of the past has brought. */
  private static final int RELEASE = 5;

  private static final String[] KINDS = {
    "add_column: { table: t_%1$d, column: { name: c_%2$d, type: text } }",
    "add_column: { table: t_%1$d, column: { name: c_%2$d, type: boolean, default: false } }",
    "create_index: { table: t_%1$d, name: i_%2$d, columns: [ note, quantity ] }",
    "alter_column: { table: t_%1$d, column: amount, type: \"numeric(30,%3$d)\", default: 0,"
        + " up: amount, down: amount }",
    "add_constraint: { table: t_%1$d, name: k_%2$d, check: \"quantity >= -%2$d\" }"
  };

  private final EmbeddedServer server;
  private final String database;
  private final Path directory;
  private final int tables;
  private final int changes;

  Estate(EmbeddedServer server, String database, int tables, int changes) throws IOException {
    this.server = server;
    this.database = database;
    this.directory = Files.createTempDirectory("phase-benchmark");
    this.tables = tables;
    this.changes = changes;
    Files.createDirectories(directory.resolve("db/changes"));
    Files.writeString(
        directory.resolve("phase.yaml"),
        """
        url: %s
        user: %s
        contract: { keep: 100 }
        """
            .formatted(server.jdbcUrl(database), server.superuser()));
  }

  Path directory() {
    return directory;
  }

  @Override
  public String toString() {
    return "%,d tables, %,d changes".formatted(tables, changes);
  }

  /** Makes the tables, and then the history, release by release, until nothing is in flight. */
  void build() throws SQLException, IOException {
    run("postgres", List.of("CREATE DATABASE " + database));
    run(database, tables());
    inProcess(Map.of(), Engine::init);
    for (int change = 1; change <= changes; change++) {
      int scale = 3 + change / tables;
      write(change, KINDS[change % KINDS.length].formatted(change % tables, change, scale));
      if (change == RELEASE) {
        advance(Map.of());
        inProcess(Map.of(), engine -> engine.retire(release()));
        inProcess(Map.of(), engine -> engine.contract(release()));
      } else if (change % RELEASE == 0) {
        advance(Map.of("contract-keep", "0", "contract-restore-window", "0s"));
      }
    }
    Advanced last;
    do {
      last = advance(Map.of("contract-keep", "0", "contract-restore-window", "0s"));
    } while (!last.isEmpty());
    run(database, List.of("VACUUM ANALYZE"));
  }

  private List<String> tables() {
    return IntStream.range(0, tables)
        .mapToObj(
            table ->
                """
                CREATE TABLE t_%1$d (
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  parent bigint REFERENCES t_%2$d,
                  quantity integer NOT NULL DEFAULT 0 CHECK (quantity < 1000000),
                  amount numeric(12,2) NOT NULL DEFAULT 0,
                  note text,
                  made_at timestamptz NOT NULL DEFAULT now());
                CREATE INDEX ON t_%1$d (parent);
                CREATE INDEX ON t_%1$d (made_at);
                INSERT INTO t_%1$d (quantity) SELECT n FROM generate_series(1, 20) n"""
                    .formatted(table, Math.max(0, table - 1)))
        .toList();
  }

  /** Writes the change that comes after all others. */
  void addChange(String operation) throws IOException {
    write(changes + 1, operation.formatted(tables / 2));
  }

  /** Takes it out of the database and deletes its file. */
  void takeBack() throws IOException {
    inProcess(Map.of(), engine -> engine.rollback(release()));
    Files.delete(file(changes + 1));
  }

  Advanced advance() {
    return advance(Map.of());
  }

  private Advanced advance(Map<String, String> flags) {
    return inProcess(flags, engine -> engine.advance(engine.inspection().files().files(), release()));
  }

  private <T> T inProcess(Map<String, String> flags, Function<Engine, T> use) {
    try (Engine engine = Engine.connect(settings(flags), Listener.NONE)) {
      return use.apply(engine);
    }
  }

  private Settings settings(Map<String, String> flags) {
    return new SettingsReader(directory, flags, Map.of()).read();
  }

  private static Release release() {
    return new Release(Optional.empty(), Optional.empty(), "benchmark", "localhost");
  }

  private void write(int change, String operation) throws IOException {
    Files.writeString(
        file(change),
        """
        description: What release %d needs
        operations:
          - %s
        """
            .formatted(change / RELEASE, operation));
  }

  private Path file(int change) {
    return directory.resolve("db/changes/%04d_change.yaml".formatted(change));
  }

  private void run(String on, List<String> statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(on), server.superuser(), "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
