package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.Step;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report that reads a table in a transaction that it leaves open, while applications go on with
 * their short statements and Phase wants to change the table. {@code -Dphase.reader.budget=120s} lets
 * Phase try for longer at each step.
 */
@PostgresTest
@Timeout(1800)
final class LongReaderTest {

  private static final int TIMEOUT_MILLIS = 200;

  /** A loaded machine may be late by this factor; who queues behind the report is late by 15. */
  private static final int SLACK = 5;

  private static final Map<String, String> FLAGS =
      Map.of(
          "lock-timeout", TIMEOUT_MILLIS + "ms",
          "lock-budget", System.getProperty("phase.reader.budget", "3s"));

  private final Database database;
  private final Workshop workshop;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<ShortStatements> applications = new ArrayList<>();
  private Connection report;

  LongReaderTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, visits bigint NOT NULL DEFAULT 0)",
        "INSERT INTO users (id) SELECT n FROM generate_series(1, 100) n");
    workshop.change(
        "0001_name",
        """
        operations:
          - alter_column: { table: users, column: name, nullable: false, up: "coalesce(name, '?')" }
          - create_index: { table: users, name: users_name, columns: [name] }
          - add_constraint: { table: users, name: named, check: "name <> ''" }
        """);
    this.report = database.connect();
    report.setClientInfo("ApplicationName", "monthly report");
    report.setAutoCommit(false);
  }

  @Test
  void nobodyQueuesBehindPhaseForLongerThanItsLockTimeout() throws Exception {
    for (int i = 0; i < 3; i++) {
      ShortStatements application = new ShortStatements(database, i);
      applications.add(application);
      threads.execute(application);
    }
    List<String> blocked = new ArrayList<>();
    try (WaitSampler sampler = new WaitSampler(database)) {
      untilItIsThrough(blocked, engine -> engine.advance(workshop.files(), Workshop.RELEASE));
      assertEquals("live", workshop.status().versions().get(1).state());
      workshop.retire();
      untilItIsThrough(
          blocked,
          engine -> {
            if (engine.inspection().status().versions().size() > 1) {
              engine.contract(Workshop.RELEASE);
            }
          });
      stop();

      System.out.println(ShortStatements.table(applications, TIMEOUT_MILLIS));
      assertEquals(1, workshop.status().versions().size());
      assertTrue(blocked.size() > 3, "blocked were only " + blocked);
      long bound = (long) SLACK * TIMEOUT_MILLIS;
      assertTrue(sampler.applications() <= bound, "a statement waited " + sampler.applications());
      assertTrue(sampler.phase() <= bound, "Phase waited " + sampler.phase());
      assertTrue(sampler.sawPhaseWait(), "nothing of Phase's was seen waiting");
      for (ShortStatements application : applications) {
        assertEquals(List.of(), application.failures());
      }
    }
  }

  /** Lets the report get in before each step that it has not met yet. */
  private void untilItIsThrough(List<String> blocked, Consumer<Engine> command) throws Exception {
    Set<String> met = new HashSet<>();
    boolean through = false;
    while (!through) {
      try {
        workshop.run(
            FLAGS,
            beforeEachOf(met),
            engine -> {
              command.accept(engine);
              return engine;
            });
        through = true;
      } catch (PhaseException e) {
        assertNamesTheReport(e);
        blocked.add(e.getMessage());
      } finally {
        report.rollback();
      }
    }
  }

  private void assertNamesTheReport(PhaseException e) throws SQLException {
    assertEquals(ExitCode.LOCKED, e.exitCode(), e.getMessage());
    assertEquals(6, e.exitCode().code());
    String session =
        "session %d (%s, monthly report, idle in transaction for "
            .formatted(
                report.unwrap(org.postgresql.PGConnection.class).getBackendPID(), database.user());
    assertTrue(e.getMessage().contains(session), e.getMessage());
    assertTrue(e.getMessage().contains("FROM users"), e.getMessage());
    assertTrue(e.getMessage().contains("Run the same command again"), e.getMessage());
  }

  private Listener beforeEachOf(Set<String> met) {
    return new Listener() {
      @Override
      public void started(Step step) {
        try {
          report.rollback();
          if (met.add(step.id())) {
            read();
          }
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private void read() throws SQLException {
    try (Statement statement = report.createStatement()) {
      statement.execute("SELECT count(*) FROM users");
    }
  }

  private void stop() throws InterruptedException {
    for (ShortStatements application : applications) {
      application.stop();
    }
  }

  @AfterEach
  void endAll() throws Exception {
    stop();
    threads.shutdown();
    report.close();
  }
}
