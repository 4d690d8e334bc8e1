package dev.phase.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.Advanced;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an advance leaves to the workers is finished by them, whoever of them is still there. */
@PostgresTest
@Timeout(300)
@SuppressWarnings("try")
class WorkerTest {

  private final Database database;
  private final Path directory;
  private Factory factory;

  WorkerTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    factory = new Factory(database, directory);
  }

  @Test
  void workersFinishWhatAnAdvanceHasBegun() throws Exception {
    factory.change("0001_text", "text");

    Advanced advanced = factory.detach();
    assertEquals(Optional.of("0001_text"), advanced.begun());
    assertEquals(Optional.empty(), advanced.published());
    try (Worker one = factory.worker();
        Worker two = factory.worker()) {
      factory.awaitLive("0001_text");
    }

    assertEquals("20000", database.queryOne("SELECT count(amount) FROM public_0001_text.t"));
    assertTrue(
        factory.said().contains("Version 0001_text is ready."), factory.said().toString());
  }

  @Test
  void aBackfillThatWaitsForOthersHoldsUpNoOther() throws Exception {
    Files.writeString(
        directory.resolve("db/changes/0001_text.yaml"),
        """
        operations:
          - alter_column:
              { table: t, column: amount, type: text, up: "amount::text", down: "amount::int" }
        backfill: { pause_while: SELECT true }
        """);
    factory.detach();
    database.run(
        "CREATE TABLE u (id int PRIMARY KEY, amount int)",
        "INSERT INTO u SELECT n, n FROM generate_series(1, 100) n");
    Files.writeString(
        directory.resolve("db/changes/0002_text.yaml"),
        """
        operations:
          - alter_column:
              { table: u, column: amount, type: text, up: "amount::text", down: "amount::int" }
        """);
    factory.detach();
    try (Worker worker = factory.worker()) {
      while (!state("0002_text").equals("DONE")) {
        Thread.sleep(100);
      }
    }
    assertTrue(!state("0001_text").equals("DONE"), state("0001_text"));
  }

  private String state(String version) throws SQLException {
    return database.queryOne(
        "SELECT state FROM phase.backfill_run WHERE id LIKE '%" + version + "/%'");
  }

  @Test
  void aWorkerThatIsStoppedLeavesTheRestToOthers() throws Exception {
    factory.change("0001_text", "text");
    factory.detach();
    try (Worker stopped = factory.worker()) {
      stopped.stop();
    }

    try (Worker other = factory.worker()) {
      factory.awaitLive("0001_text");
    }
  }

  @Test
  void manyWorkersMayStartAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Void> start =
        () -> {
          factory.worker().close();
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
}
