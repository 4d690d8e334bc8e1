package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that the server ends, and commands that another one has taken over from. */
@PostgresTest
@Timeout(120)
final class SessionLossTest {

  private static final String CHANGE =
      """
      operations:
        - alter_column: { table: users, column: name, nullable: false, up: "coalesce(name, '?')" }
        - create_index: { table: users, name: users_name, columns: [name] }
      """;

  private final Database database;
  private final Workshop workshop;

  SessionLossTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory).change("0001_name", CHANGE);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text)",
        "INSERT INTO users SELECT n FROM generate_series(1, 20) n");
  }

  @Test
  void aSessionThatTheServerEndsAtAnyStepLeavesAnAdvanceThatGoesOn() throws Exception {
    for (String step : new String[] {"expand:0:users", "sweep:users", "index:users_name", "publish"}) {
      PhaseException e =
          assertThrows(
              PhaseException.class,
              () -> advance(at(s -> s.id().equals(step), this::endSessions)),
              step);
      assertEquals(ExitCode.UNREACHABLE, e.exitCode(), step);
    }
    workshop.advance();

    assertEquals("live", workshop.status().versions().get(1).state());
  }

  @Test
  void aSessionMayBeIdleWhileAnotherOneBackfills() throws Exception {
    database.run(
        "ALTER ROLE \"%s\" SET idle_session_timeout = '300ms'".formatted(database.user()));

    advance(at(SweepStep.class::isInstance, () -> TimeUnit.SECONDS.sleep(1)));

    assertEquals("live", workshop.status().versions().get(1).state());
  }

  @Test
  void aRolesTimeoutsAreMeantForApplications() throws Exception {
    try (Connection older = database.connect()) {
      older.setAutoCommit(false);
      older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      database.run(
          "ALTER ROLE \"%s\" SET statement_timeout = '1s'".formatted(database.user()),
          "ALTER ROLE \"%s\" SET idle_in_transaction_session_timeout = '1s'"
              .formatted(database.user()));

      // The build waits for the older snapshot, for longer than an application's statement may.
      advance(
          at(
              s -> s.id().startsWith("index:"),
              () -> {
                try (Statement statement = older.createStatement()) {
                  statement.execute("SELECT 1");
                }
                CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                    .execute(() -> rollBack(older));
              }));
    }

    assertEquals("live", workshop.status().versions().get(1).state());
  }

  @Test
  void aSessionThatEndsBetweenTwoPlansIsReportedAsLost() {
    Listener listener =
        new Listener() {
          @Override
          public void finished(Plan plan) {
            try {
              endSessions();
            } catch (SQLException | InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };

    PhaseException e = assertThrows(PhaseException.class, () -> advance(listener));

    assertEquals(ExitCode.UNREACHABLE, e.exitCode());
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCommandThatGetsTooFewConnectionsLeavesTheLockToOthers() throws Exception {
    workshop.run(
        engine -> {
          // One to work on, two for the locks, and none to watch with.
          limitConnections(3);
          PhaseException e =
              assertThrows(
                  PhaseException.class, () -> engine.advance(workshop.files(), Workshop.RELEASE));
          assertEquals(ExitCode.UNREACHABLE, e.exitCode());
          limitConnections(-1);
          return workshop.run(
              Map.of("lock-budget", "2s"),
              Listener.NONE,
              other -> other.advance(workshop.files(), Workshop.RELEASE));
        });

    assertEquals("live", workshop.status().versions().get(1).state());
  }

  private void limitConnections(int most) {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      // Sessions that were closed a moment ago count as well.
      statement.execute(
          """
          DO $$ BEGIN
            WHILE (SELECT count(*) > 1 FROM pg_stat_activity WHERE usename = '%s') LOOP
              PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
            END LOOP;
          END $$"""
              .formatted(database.user()));
      statement.execute("ALTER ROLE %s CONNECTION LIMIT %d".formatted(database.user(), most));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCommandThatWasTakenOverFromBuildsNoIndex() throws Exception {
    PhaseException e =
        assertThrows(
            PhaseException.class,
            () ->
                advance(
                    at(
                        s -> s.id().startsWith("index:"),
                        () -> database.run("UPDATE phase.project SET epoch = epoch + 1"))));

    assertEquals(ExitCode.LOCKED, e.exitCode());
    assertEquals(
        "0", database.queryOne("SELECT count(*) FROM pg_class WHERE relname = 'users_name'"));
  }

  private void advance(Listener listener) {
    workshop.run(listener, e -> e.advance(workshop.files(), Workshop.RELEASE));
  }

  private void endSessions() throws SQLException, InterruptedException {
    database.run(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'phase' AND datname = current_database()""");
    TimeUnit.MILLISECONDS.sleep(200);
  }

  private interface Happening {
    void happens() throws SQLException, InterruptedException;
  }

  private static Listener at(Predicate<Step> when, Happening what) {
    return new Listener() {
      @Override
      public void started(Step step) {
        if (when.test(step)) {
          try {
            what.happens();
          } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    };
  }
}
