package dev.phase.jpa;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** A database that is deployed to, and the class path directory that its change files lie in. */
final class Deployment {

  static final Release RELEASE =
      new Release(Optional.empty(), Optional.empty(), "tester", "localhost");

  private final Database database;
  private final Path directory;
  private final String schema;

  Deployment(Database database, Path directory, String schema) throws IOException {
    this.database = database;
    this.directory = directory;
    this.schema = schema;
    Files.createDirectories(directory.resolve("db/changes"));
  }

  void init() {
    run(Engine::init);
  }

  void advance(String id, String yaml) throws IOException {
    Files.writeString(directory.resolve("db/changes").resolve(id + ".yaml"), yaml);
    run(
        engine ->
            engine.advance(
                ChangeReader.read(settings().changes(), Identifier.of(schema)).files(), RELEASE));
  }

  void run(Consumer<Engine> use) {
    try (Engine engine = Engine.connect(settings(), Listener.NONE)) {
      use.accept(engine);
    }
  }

  private Settings settings() {
    return new SettingsReader(
            directory,
            Map.of("url", database.url(), "user", database.user(), "schema", schema),
            Map.of("PHASE_PASSWORD", database.password()))
        .read();
  }

  /** An application's pool of one connection, to be opened as the version wants it. */
  HikariDataSource pool(ApplicationVersion version) {
    return pool(version.connectionProperties("shop"));
  }

  HikariDataSource pool(Properties connectionProperties) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(1);
    pool.setDataSourceProperties(connectionProperties);
    return pool;
  }
}
