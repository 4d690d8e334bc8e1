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

/** Batches meet rows that others have locked. */
@PostgresTest
class RowLocksTest {

  private final Database database;
  private Bench bench;

  RowLocksTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void finishesWhereSomeRowsAreAlwaysLocked(String idColumn) throws Exception {
    bench.createTable(idColumn);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService holders = Executors.newFixedThreadPool(4);
    List<Future<Integer>> holds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      holds.add(holders.submit(() -> holdRowsUntil(over)));
    }
    try {
      assertEquals(Outcome.DONE, bench.run(request(1000, "t", fill("b", "int", "a * 2"))));
    } finally {
      over.set(true);
      holders.shutdown();
    }
    for (Future<Integer> hold : holds) {
      assertTrue(hold.get() > 0);
    }
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
  }

  /** One of the last rows, then the very last one, in each transaction. */
  private int holdRowsUntil(AtomicBoolean over) throws Exception {
    int holds = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (; !over.get(); holds++) {
        int id = ThreadLocalRandom.current().nextInt(4961, 5000);
        for (int row : new int[] {id, 5000}) {
          statement.execute("UPDATE t SET a = a + 1 WHERE id = " + row);
          Thread.sleep(10);
        }
        connection.commit();
      }
    }
    return holds;
  }

  @Test
  void triesAgainWhenARowStaysLocked() throws Exception {
    bench.createTable("id int PRIMARY KEY");
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
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      // So that the batch looks for the deadlock before it gives way.
      statement.execute("ALTER ROLE " + database.user() + " SET deadlock_timeout = '20ms'");
    }
    List<Duration> waits = meetAnApplicationThatCameTheOtherWay();
    assertEquals(1, waits.size());
    assertEquals("1", deadlocks());
  }

  @Test
  void givesWayToAnApplicationBeforeThatSeesADeadlock() throws Exception {
    List<Duration> waits = meetAnApplicationThatCameTheOtherWay();
    assertEquals(1, waits.size());
    assertEquals("0", deadlocks());
  }

  /**
   * The batch takes row 2, sleeps, and waits for row 5, whose holder waits for row 2.
   *
   * @return how long the batch stood back each time
   */
  private List<Duration> meetAnApplicationThatCameTheOtherWay() throws Exception {
    bench.createTable("id int PRIMARY KEY");
    database.run(
        "CREATE FUNCTION slow(id int) RETURNS int LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_sleep(CASE id WHEN 3 THEN 0.2 ELSE 0 END); RETURN id; END'");
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
            awaitEnd(write);
          }
        };
    var backfill = new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), sleeper);
    var request = request(100, "t", fill("b", "int", "slow(id) * 2"));
    assertEquals(Outcome.DONE, backfill.run(request, ProgressListener.none(), StopSignal.never()));
    assertEquals(1, write.get());
    application.shutdown();
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM id * 2"));
    return waits;
  }

  /** However it ends: the test asks that itself. */
  private static void awaitEnd(Future<?> work) throws InterruptedException {
    while (!work.isDone()) {
      Thread.sleep(1);
    }
  }

  private String deadlocks() throws SQLException {
    return bench.query(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
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
    bench.createTable("id int PRIMARY KEY");
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

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
