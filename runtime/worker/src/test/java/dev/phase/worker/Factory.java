package dev.phase.worker;

import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Advanced;
import dev.phase.engine.Engine;
import dev.phase.engine.WaitFor;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.testkit.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A table of numbers, change files that make texts of them, and workers. */
final class Factory {

  static final Release WHO =
      new Release(Optional.empty(), Optional.empty(), "tester", "test-host");
  static final Duration POLL = Duration.ofMillis(300);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Database database;
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

  Factory(Database database, Path directory) throws SQLException, IOException {
    this.database = database;
    this.directory = directory;
    environment.put("PHASE_PASSWORD", database.password());
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, amount int)",
        "INSERT INTO t SELECT n, n FROM generate_series(1, 20000) n");
    Files.createDirectories(directory.resolve("db/changes"));
    try (Engine engine = connect()) {
      engine.init();
    }
  }

  /** Another setting, by the name of its variable. */
  Factory with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  void change(String id, String type) throws IOException {
    Files.writeString(
        directory.resolve("db/changes/" + id + ".yaml"),
        """
        operations:
          - alter_column:
              { table: t, column: amount, type: %s, up: "amount::text", down: "amount::int" }
        """
            .formatted(type));
  }

  /** What an advance leaves to workers. */
  Advanced detach() {
    try (Engine engine = connect()) {
      return engine.begin(files(), WHO);
    }
  }

  Worker worker() {
    return Worker.start(settings(), options(Optional.empty()));
  }

  /** One that tells how it is at a port that is free. */
  Worker measuredWorker() {
    return Worker.start(settings(), options(Optional.of(0)));
  }

  private WorkerOptions options(Optional<Integer> port) {
    return new WorkerOptions(4, POLL, port, WHO, said::add);
  }

  void awaitLive(String version) {
    try (Engine engine = connect()) {
      engine.awaitVersion(version, WaitFor.LIVE, PATIENCE);
    }
  }

  /** What workers have said. */
  List<String> said() {
    return List.copyOf(said);
  }

  Engine connect() {
    return Engine.connect(settings(), Listener.NONE);
  }

  private List<ChangeFile> files() {
    return ChangeReader.read(settings().changes(), settings().schema()).files();
  }

  Settings settings() {
    return new SettingsReader(
            directory, Map.of("url", database.url(), "user", database.user()), environment)
        .read();
  }
}
