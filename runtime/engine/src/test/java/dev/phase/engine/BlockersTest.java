package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Blocker;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.Step;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A step that does not get its lock names who holds it, whatever was before. */
@PostgresTest
@Timeout(60)
final class BlockersTest {

  private static final Map<String, String> FLAGS =
      Map.of("lock-timeout", "500ms", "lock-budget", "2s");

  private final Database database;
  private final Workshop workshop;

  BlockersTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE first (id bigint PRIMARY KEY)", "CREATE TABLE users (id bigint PRIMARY KEY)");
    workshop.change(
        "0001_note",
        """
        operations:
          - add_column: { table: first, column: { name: note, type: text } }
          - add_column: { table: users, column: { name: note, type: text } }
        """);
  }

  @Test
  void areNamedAfterAWaitBeforeTheFirstStep() throws Exception {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE phase.plan IN SHARE MODE");
      CompletableFuture<Void> release =
          CompletableFuture.runAsync(
              () -> {
                try {
                  while (database
                      .queryOne("SELECT count(*) FROM pg_locks WHERE NOT granted")
                      .equals("0")) {
                    TimeUnit.MILLISECONDS.sleep(10);
                  }
                  TimeUnit.SECONDS.sleep(1);
                  other.rollback();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });

      assertNamesTheReport(
          new Listener() {
            @Override
            public void blocked(Step step, Blocker blocker) {
              Objects.requireNonNull(step);
            }
          });
      release.join();
    }
  }

  @Test
  void areNamedWhenWhoWasToldOfAnotherFailed() throws Exception {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT FROM first");

      assertNamesTheReport(
          new Listener() {
            @Override
            public void blocked(Step step, Blocker blocker) {
              try {
                other.rollback();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              throw new IllegalStateException("The pipe is closed. Open it.");
            }
          });
    }
  }

  private void assertNamesTheReport(Listener listener) throws Exception {
    try (Connection report = database.connect()) {
      report.setAutoCommit(false);
      report.setClientInfo("ApplicationName", "report");
      report.createStatement().execute("SELECT FROM users");

      PhaseException e =
          assertThrows(
              PhaseException.class,
              () ->
                  workshop.run(
                      FLAGS,
                      listener,
                      engine -> engine.advance(workshop.files(), Workshop.RELEASE)));

      report.rollback();
      assertEquals(ExitCode.LOCKED, e.exitCode(), e.getMessage());
      assertTrue(e.getMessage().contains("report"), e.getMessage());
    }
  }
}
