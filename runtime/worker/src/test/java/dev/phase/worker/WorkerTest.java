package dev.phase.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an advance leaves to the workers is finished by them, whoever of them is still there. */
@PostgresTest
@SuppressWarnings("try")
class WorkerTest {

  private static final Release WHO =
      new Release(Optional.empty(), Optional.empty(), "tester", "test-host");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Database database;
  private final Path directory;
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

  WorkerTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, amount int)",
        "INSERT INTO t SELECT n, n FROM generate_series(1, 20000) n");
    Files.createDirectories(directory.resolve("db/changes"));
    try (Engine engine = connect()) {
      engine.init();
    }
  }

  @Test
  void workersFinishWhatAnAdvanceHasBegun() throws Exception {
    change("0001_text", "text");

    Advanced advanced = detach();
    assertEquals(Optional.of("0001_text"), advanced.begun());
    assertEquals(Optional.empty(), advanced.published());
    try (Worker one = Worker.start(settings(), options());
        Worker two = Worker.start(settings(), options())) {
      awaitLive("0001_text");
    }

    assertEquals("20000", database.queryOne("SELECT count(amount) FROM public_0001_text.t"));
    assertTrue(said.contains("Version 0001_text is ready."), said.toString());
  }

  @Test
  void aWorkerThatIsStoppedLeavesTheRestToOthers() throws Exception {
    change("0001_text", "text");
    detach();
    try (Worker stopped = Worker.start(settings(), options())) {
      stopped.stop();
    }

    try (Worker other = Worker.start(settings(), options())) {
      awaitLive("0001_text");
    }
  }

  @Test
  void manyWorkersMayStartAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Void> start =
        () -> {
          Worker.start(settings(), options()).close();
          return null;
        };
    for (Future<Void> started : threads.invokeAll(Collections.nCopies(4, start))) {
      started.get();
    }
    threads.shutdown();

    assertEquals(
        "4",
        database.queryOne(
            "SELECT count(*) FROM phase.qrtz_job_details WHERE job_name LIKE 'backfill-slot-%'"));
  }

  private Advanced detach() {
    try (Engine engine = connect()) {
      return engine.begin(files(), WHO);
    }
  }

  private void awaitLive(String version) {
    try (Engine engine = connect()) {
      engine.awaitVersion(version, WaitFor.LIVE, PATIENCE);
    }
  }

  private void change(String id, String type) throws Exception {
    Files.writeString(
        directory.resolve("db/changes/" + id + ".yaml"),
        """
        operations:
          - alter_column:
              { table: t, column: amount, type: %s, up: "amount::text", down: "amount::int" }
        """
            .formatted(type));
  }

  private WorkerOptions options() {
    return new WorkerOptions(4, Duration.ofMillis(300), WHO, said::add);
  }

  private Engine connect() {
    return Engine.connect(settings(), Listener.NONE);
  }

  private List<ChangeFile> files() {
    return ChangeReader.read(settings().changes(), settings().schema()).files();
  }

  private Settings settings() {
    return new SettingsReader(
            directory,
            Map.of("url", database.url(), "user", database.user()),
            Map.of("PHASE_PASSWORD", database.password()))
        .read();
  }
}
