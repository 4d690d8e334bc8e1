package dev.phase.engine.property;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.engine.state.Store;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.window.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Phase on one database, with the files of a project that keeps every version live. */
final class Subject implements AutoCloseable {

  static final Identifier SCHEMA = Identifier.of("public");
  static final Release RELEASE =
      new Release(Optional.empty(), Optional.empty(), "tester", "test-host");

  private final Path directory;
  private final Settings settings;
  private final Connection state;

  Subject(Database database) throws SQLException {
    this.state = database.connect();
    try {
      this.directory = Files.createTempDirectory("phase-property");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.settings =
        new SettingsReader(
                directory,
                Map.of(
                    "url", database.url(),
                    "user", database.user(),
                    "changes", directory.toString(),
                    "contract-keep", "100"),
                Map.of("PHASE_PASSWORD", database.password()))
            .read();
  }

  void write(String id, String yaml) {
    try {
      Files.writeString(directory.resolve(id + ".yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void advance() {
    run(engine -> engine.advance(ChangeReader.read(directory, SCHEMA).files(), RELEASE));
  }

  void run(Consumer<Engine> use) {
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      use.accept(engine);
    }
  }

  Window window() {
    return new Store(state, SCHEMA).window();
  }

  @Override
  public void close() throws SQLException {
    state.close();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
