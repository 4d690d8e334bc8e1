package dev.phase.benchmarks.writes;

import dev.phase.change.ChangeReader;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database that the benchmark runs on. It makes schemas there, {@code phase} among them.
 *
 * @param url of JDBC
 */
record Target(String url, String user, String password) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  void run(String... statements) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a schema into care and releases these changes, each as a version of its own. */
  void advance(String schema, List<String> changes) {
    try {
      Path directory = Files.createTempDirectory("phase-benchmark");
      run(directory, schema, Engine::init);
      for (int i = 0; i < changes.size(); i++) {
        Path file = directory.resolve("000%d.yaml".formatted(i + 1));
        Files.writeString(file, changes.get(i));
        run(
            directory,
            schema,
            engine ->
                engine.advance(
                    ChangeReader.read(directory, Identifier.of(schema)).files(),
                    new Release(Optional.empty(), Optional.empty(), "benchmark", "localhost")));
        file.toFile().deleteOnExit();
      }
      directory.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Path directory, String schema, java.util.function.Consumer<Engine> use) {
    var settings =
        new SettingsReader(
                directory,
                Map.of(
                    "url", url,
                    "user", user,
                    "schema", schema,
                    "changes", directory.toString(),
                    "contract-keep", "100"),
                Map.of("PHASE_PASSWORD", password))
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      use.accept(engine);
    }
  }
}
