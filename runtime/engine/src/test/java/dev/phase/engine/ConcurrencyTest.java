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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
final class ConcurrencyTest {

  private static final String CHANGE =
      """
      operations:
        - alter_column: { table: users, column: name, nullable: false, up: "coalesce(name, '?')" }
        - create_index: { table: users, name: users_name, columns: [ name ] }
        - add_constraint: { table: users, name: users_code, unique: [ code ] }
      """;

  private final Database database;
  private final Workshop workshop;

  ConcurrencyTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory).change("0001_name", CHANGE);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, code text)",
        "INSERT INTO users SELECT n, nullif(n % 7, 0)::text, n FROM generate_series(1, 5000) n");
  }

  @Test
  @Timeout(120)
  void ofEightAdvancesOneWorksAndTheOthersSeeThatItIsDone() throws Exception {
    ExecutorService pods = Executors.newFixedThreadPool(8);
    List<Future<Advanced>> advances = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      advances.add(pods.submit(() -> workshop.advance()));
    }
    int worked = 0;
    for (Future<Advanced> advance : advances) {
      worked += advance.get().published().isPresent() ? 1 : 0;
    }
    pods.shutdown();

    assertEquals(1, worked);
    assertEquals("2", database.queryOne("SELECT count(*) FROM phase.plan WHERE state = 'DONE'"));
  }

  @Test
  @Timeout(120)
  void anIndexBuildDoesNotWaitForACommandThatWaitsForItsTurn() throws Exception {
    ExecutorService second = Executors.newSingleThreadExecutor();
    CountDownLatch started = new CountDownLatch(1);
    List<Future<Advanced>> waiting = new ArrayList<>();
    Listener startAnother =
        new Listener() {
          @Override
          public void started(Step step) {
            if (step.id().startsWith("index:") && waiting.isEmpty()) {
              waiting.add(second.submit(() -> workshop.advance()));
              pause();
              started.countDown();
            }
          }
        };

    Advanced first = workshop.run(startAnother, e -> e.advance(workshop.files(), Workshop.RELEASE));

    assertTrue(started.await(1, TimeUnit.SECONDS));
    assertEquals("0001_name", first.published().orElseThrow());
    assertTrue(waiting.get(0).get().isEmpty());
    second.shutdown();
  }

  @Test
  @Timeout(120)
  void whoHasTheLockIsNamed() {
    List<PhaseException> refusals = new ArrayList<>();
    List<Integer> holders = new ArrayList<>();
    Listener comesToo =
        new Listener() {
          @Override
          public void started(Step step) {
            if (refusals.isEmpty()) {
              holders.addAll(lockHolders());
              refusals.add(
                  assertThrows(
                      PhaseException.class,
                      () ->
                          workshop.run(
                              Map.of("lock-budget", "2s"),
                              Listener.NONE,
                              engine -> engine.rollback(Workshop.RELEASE))));
            }
          }
        };

    workshop.run(comesToo, engine -> engine.advance(workshop.files(), Workshop.RELEASE));

    PhaseException refusal = refusals.get(0);
    assertEquals(ExitCode.LOCKED, refusal.exitCode());
    assertTrue(
        holders.stream()
            .anyMatch(
                pid ->
                    refusal.getMessage().contains("pid %d, phase, from 127.0.0.1".formatted(pid))),
        refusal.getMessage());
  }

  private List<Integer> lockHolders() {
    try {
      return database.strings("SELECT pid FROM pg_locks WHERE locktype = 'advisory'").stream()
          .map(Integer::valueOf)
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Timeout(120)
  void aBlockerIsNamedAndTheCommandCanBeRunAgain() throws Exception {
    List<Blocker> blockers = new ArrayList<>();
    Listener listener =
        new Listener() {
          @Override
          public void blocked(Step step, Blocker blocker) {
            blockers.add(blocker);
          }
        };
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      reader.setClientInfo("ApplicationName", "report");
      statement.execute("SELECT count(*) FROM users");

      PhaseException e =
          assertThrows(
              PhaseException.class,
              () ->
                  workshop.run(
                      Map.of("lock-budget", "3s"),
                      listener,
                      engine -> engine.advance(workshop.files(), Workshop.RELEASE)));

      assertEquals(ExitCode.LOCKED, e.exitCode());
      assertTrue(e.getMessage().contains("report"), e.getMessage());
      reader.rollback();
    }
    assertEquals(List.of("report"), blockers.stream().map(Blocker::application).toList());
    assertEquals("0001_name", workshop.advance().resumed().get(0));
    assertEquals("live", workshop.status().versions().get(1).state());
  }

  @Test
  @Timeout(120)
  void aDeadlockWithAStepIsNeverEndedAtAnApplicationsExpense() throws Exception {
    database.run("CREATE TABLE logins (id bigint, by bigint)");
    workshop.delete("0001_name");
    workshop.change(
        "0001_key",
        "operations: [ { add_constraint: { table: logins, name: by_user, foreign_key:"
            + " { columns: [by], references: { table: users, columns: [id] } } } } ]");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection first = database.connect();
        Connection second = database.connect();
        Statement inTheWay = first.createStatement();
        Statement application = second.createStatement()) {
      first.setAutoCommit(false);
      inTheWay.execute("INSERT INTO logins VALUES (1, 1)");
      second.setAutoCommit(false);
      application.execute("UPDATE users SET code = 'x' WHERE id = 2");
      CountDownLatch waiting = new CountDownLatch(1);
      Listener listener =
          new Listener() {
            @Override
            public void blocked(Step step, Blocker blocker) {
              waiting.countDown();
            }
          };
      Future<Advanced> advance =
          thread.submit(
              () -> workshop.run(listener, e -> e.advance(workshop.files(), Workshop.RELEASE)));
      waiting.await();
      Future<Boolean> login =
          threadOf(() -> application.execute("INSERT INTO logins VALUES (2, 2)"));
      pause();
      first.commit();

      login.get();
      second.commit();
      assertEquals("0001_key", advance.get().published().orElseThrow());
    }
    thread.shutdown();
  }

  private static <T> Future<T> threadOf(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
