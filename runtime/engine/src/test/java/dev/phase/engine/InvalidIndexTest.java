package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index build was cut off, and what held it up is still there. */
@PostgresTest
@Timeout(120)
final class InvalidIndexTest {

  private static final String INVALID = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";

  private final Database database;
  private final Workshop workshop;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Connection report;

  InvalidIndexTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void cutABuildOff() throws Exception {
    database.run("CREATE TABLE users (id bigint PRIMARY KEY, name text)");
    workshop.change(
        "0001_name",
        "operations: [ { create_index: { table: users, name: users_name, columns: [name] } } ]");
    report = database.connect();
    report.setAutoCommit(false);
    report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    report.setClientInfo("ApplicationName", "report");
    report.createStatement().execute("SELECT FROM users");
    assertEquals(ExitCode.LOCKED, advance().exitCode());
    assertEquals("1", database.queryOne(INVALID));
  }

  @AfterEach
  void endTheReport() throws Exception {
    report.close();
    threads.shutdown();
  }

  @Test
  void clearingItAwayWaitsNoLongerThanTheBudget() throws Exception {
    PhaseException e = soon();

    assertEquals(ExitCode.LOCKED, e.exitCode());
    assertTrue(e.getMessage().contains("report"), e.getMessage());
    report.rollback();
    assertEquals("0001_name", workshop.advance().resumed().get(0));
    assertEquals("0", database.queryOne(INVALID));
  }

  @Test
  void anotherBuildIsNotWaitedForLongerThanTheBudget() throws Exception {
    Future<?> build =
        threads.submit(
            () -> {
              database.run("CREATE INDEX CONCURRENTLY other ON users (name)");
              return null;
            });
    while (database.queryOne("SELECT count(*) FROM pg_stat_progress_create_index").equals("0")) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    PhaseException e = soon();

    assertEquals(ExitCode.LOCKED, e.exitCode());
    assertEquals(
        "Another session has been building an index of the table of users_name for 1 s."
            + " Run the same command again when it is done.",
        e.getMessage());
    report.rollback();
    build.get();
    assertEquals("0001_name", workshop.advance().resumed().get(0));
  }

  /** A command that waits for the report would wait for this test. */
  private PhaseException soon() throws Exception {
    Future<PhaseException> advance = threads.submit(this::advance);
    try {
      return advance.get(30, TimeUnit.SECONDS);
    } finally {
      if (!advance.isDone()) {
        report.rollback();
      }
    }
  }

  private PhaseException advance() throws SQLException {
    return assertThrows(
        PhaseException.class,
        () ->
            workshop.run(
                Map.of("lock-timeout", "200ms", "lock-budget", "1s"),
                Listener.NONE,
                engine -> engine.advance(workshop.files(), Workshop.RELEASE)));
  }
}
