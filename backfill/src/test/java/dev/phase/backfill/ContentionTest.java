package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sessions at the same rows. */
@PostgresTest
class ContentionTest {

  private final Database database;
  private Bench bench;

  ContentionTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  private void createTable(String idColumn) throws SQLException {
    database.run(
        "CREATE TABLE t (" + idColumn + ", a int, b int, filler text)",
        "CREATE SEQUENCE ids START 5001",
        "INSERT INTO t SELECT i, i, NULL, 'x' FROM generate_series(1, 5000) AS i",
        """
        CREATE FUNCTION dual_write() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          IF current_setting(''phase.backfill'', true) = ''on'' THEN RETURN new; END IF;
          new.b := new.a * 2;
          RETURN new;
        END'""",
        "CREATE TRIGGER dual_write BEFORE INSERT OR UPDATE ON t"
            + " FOR EACH ROW EXECUTE FUNCTION dual_write()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void convertsEveryRowWhileOthersInsertUpdateMoveAndDelete(String idColumn) throws Exception {
    createTable(idColumn);
    String byId = idColumn.contains("KEY") ? "id = " : "ctid = (SELECT ctid FROM t WHERE id = ";
    String end = idColumn.contains("KEY") ? "" : ")";
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(3);
    List<Future<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writes.add(writers.submit(() -> writeUntil(over, byId, end)));
    }
    try {
      assertEquals(Outcome.DONE, bench.run(request(50, "t", fill("b", "int", "a * 2"))));
    } finally {
      over.set(true);
      writers.shutdown();
    }
    for (Future<Integer> write : writes) {
      assertTrue(write.get() > 0);
    }
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
  }

  private int writeUntil(AtomicBoolean over, String byId, String end) throws SQLException {
    int writes = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      var random = ThreadLocalRandom.current();
      for (; !over.get(); writes++) {
        String row = byId + random.nextInt(1, 5001) + end;
        switch (random.nextInt(5)) {
          case 0 -> statement.execute("INSERT INTO t VALUES (nextval('ids'), 7)");
          case 1 -> statement.execute("DELETE FROM t WHERE " + row);
          case 2 -> statement.execute("UPDATE t SET a = a + 1 WHERE " + row);
          case 3 -> statement.execute("UPDATE t SET id = nextval('ids') WHERE " + row);
          default -> statement.execute("UPDATE t SET filler = repeat('y', 900) WHERE " + row);
        }
      }
    }
    return writes;
  }

  @Test
  void triesAgainWhenARowStaysLocked() throws Exception {
    createTable("id int PRIMARY KEY");
    List<Duration> waits = new ArrayList<>();
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE t SET a = 0 WHERE id = 250");
      Sleeper sleeper =
          wait -> {
            if (!wait.isZero()) {
              waits.add(wait);
              commit(other);
            }
          };
      var backfill = new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), sleeper);
      var request = request(100, "t", fill("b", "int", "a * 2"));
      assertEquals(
          Outcome.DONE, backfill.run(request, ProgressListener.none(), StopSignal.never()));
    }
    assertEquals(1, waits.size());
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals("5000", bench.query("SELECT rows_total FROM phase.backfill_run"));
  }

  @Test
  void triesAgainAfterADeadlockWithTheApplication() throws Exception {
    createTable("id int PRIMARY KEY");
    // The batch takes row 2, sleeps, and waits for row 5, whose holder waits for row 2.
    database.run(
        "CREATE FUNCTION slow(id int) RETURNS int LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_sleep(CASE id WHEN 3 THEN 0.2 ELSE 0 END); RETURN id; END'");
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      // So that it is the batch that is chosen: it looks for the deadlock first.
      statement.execute("ALTER ROLE " + database.user() + " SET deadlock_timeout = '20ms'");
    }
    CountDownLatch locked = new CountDownLatch(1);
    ExecutorService application = Executors.newSingleThreadExecutor();
    Future<Integer> write =
        application.submit(
            () -> {
              try (Connection other = database.superuser();
                  Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("UPDATE t SET filler = 'z' WHERE id = 5");
                locked.countDown();
                awaitLockOn(2);
                int rows = statement.executeUpdate("UPDATE t SET filler = 'z' WHERE id = 2");
                other.commit();
                return rows;
              }
            });
    locked.await();
    List<Duration> waits = new ArrayList<>();
    Sleeper sleeper =
        wait -> {
          if (!wait.isZero()) {
            waits.add(wait);
            Thread.sleep(wait.toMillis());
          }
        };
    var backfill = new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), sleeper);
    var request = request(100, "t", fill("b", "int", "slow(id) * 2"));
    assertEquals(Outcome.DONE, backfill.run(request, ProgressListener.none(), StopSignal.never()));
    assertEquals(1, write.get());
    application.shutdown();
    assertEquals(1, waits.size());
    assertEquals(
        "1",
        bench.query("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM id * 2"));
  }

  /** Until the batch has written the row. */
  private void awaitLockOn(int id) throws SQLException {
    try (Connection probe = database.superuser();
        Statement statement = probe.createStatement()) {
      while (true) {
        try (var row =
            statement.executeQuery(
                "SELECT FROM t WHERE id = " + id + " FOR UPDATE SKIP LOCKED")) {
          if (!row.next()) {
            return;
          }
        }
      }
    }
  }

  @Test
  void givesUpWhenARowStaysLockedForTooLong() throws Exception {
    createTable("id int PRIMARY KEY");
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE t SET a = 0 WHERE id = 250");
      var retry = new Retry(wait -> {});
      int[] attempts = {0};
      var e =
          assertThrows(
              SQLException.class,
              () ->
                  retry.run(
                      () -> {
                        attempts[0]++;
                        try (Connection mine = database.connect();
                            Statement lock = mine.createStatement()) {
                          lock.execute("SET lock_timeout = 1");
                          return lock.executeUpdate("UPDATE t SET b = 0 WHERE id = 250");
                        }
                      }));
      assertEquals(40, attempts[0]);
      var failure =
          Failures.of(e, request(1, "t", fill("b", "int", "a")).sweep().table(), "somewhere");
      assertEquals(Kind.LOCKED, failure.kind());
      assertEquals(
          "The backfill of public.t could not get its locks somewhere (SQLSTATE 55P03: canceling"
              + " statement due to lock timeout). End the sessions that hold the rows, then run"
              + " `phase advance` again; it goes on from there.",
          failure.getMessage());
    }
  }

  @Test
  void makesSmallerBatchesWhenOneRunsOutOfTime() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, filler char(280) NOT NULL DEFAULT '')",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i",
        "CREATE SEQUENCE batches",
        // Each batch of more than a page is cancelled, as statement_timeout would.
        """
        CREATE FUNCTION cancel() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          IF (SELECT count(*) > 25 FROM changed) THEN
            PERFORM nextval(''batches'');
            RAISE EXCEPTION ''too long'' USING ERRCODE = ''57014'';
          END IF;
          RETURN NULL;
        END'""",
        "CREATE TRIGGER cancel AFTER UPDATE ON t REFERENCING NEW TABLE AS changed"
            + " FOR EACH STATEMENT EXECUTE FUNCTION cancel()");
    assertEquals(Outcome.DONE, bench.run(request(100, "t", fill("b", "int", "a"))));
    assertEquals("2", bench.query("SELECT last_value FROM batches"));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a"));
  }

  @Test
  void pausesWhenTheDiskIsFull() throws SQLException {
    createTable("id int PRIMARY KEY");
    database.run(
        """
        CREATE FUNCTION fill_up() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          RAISE EXCEPTION ''no space left on device'' USING ERRCODE = ''53100'';
        END'""",
        "CREATE TRIGGER fill_up AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION fill_up()");
    var request = request(100, "t", fill("b", "int", "a * 2"));
    assertEquals(Outcome.PAUSED, bench.run(request));
    var run = bench.backfill().list().get(0);
    assertEquals(RunState.PAUSED, run.state());
    assertEquals(Optional.of("The disk of the server is full."), run.reason());
    assertEquals(Outcome.PAUSED, bench.run(request));
    database.run("DROP TRIGGER fill_up ON t");
    assertTrue(bench.controls().resume(Bench.ID));
    assertEquals(Outcome.DONE, bench.run(request));
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
