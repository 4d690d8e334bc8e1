package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.Actor;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left to workers, and what waits for a person. */
@PostgresTest
final class UnfinishedTest {

  private static final String RUN = "public/0001_share/sweep:orders";
  private static final Actor ADA = new Actor("ada", "desk");

  private final Database database;
  private final Workshop workshop;

  UnfinishedTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @Test
  void rowsInQuarantineAreLookedAtAgainWhenSomebodySaysSo() throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount bigint)",
        "INSERT INTO orders SELECT n, n FROM generate_series(1, 200) n");
    workshop.begin(
        "0001_share",
        """
        operations:
          - add_column: { table: orders, column: { name: share, type: bigint }, up: "100 / (amount - 7)" }
        """);
    assertTrue(isUnfinished());

    assertThrows(PhaseException.class, workshop::finish);
    assertFalse(isUnfinished());

    ask(Backfills.Wish.RETRY);
    assertTrue(isUnfinished());
    assertThrows(PhaseException.class, workshop::finish);
    assertFalse(isUnfinished());

    ask(Backfills.Wish.WAIVE);
    assertTrue(isUnfinished());
    assertEquals(List.of("0001_share"), workshop.finish());
    assertFalse(isUnfinished());
  }

  @Test
  void aPlanThatFailedOnTheDataWaitsForACommand() throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, code text)",
        "INSERT INTO orders VALUES (1, 'a'), (2, 'a')");
    begin();
    assertTrue(isUnfinished());

    PhaseException duplicates = assertThrows(PhaseException.class, workshop::finish);
    assertEquals(Optional.of("23505"), duplicates.sqlState());
    assertFalse(isUnfinished());

    begin();
    assertTrue(isUnfinished());
    assertThrows(PhaseException.class, workshop::finish);
    assertFalse(isUnfinished());

    database.run("DELETE FROM orders WHERE id = 2");
    assertEquals(List.of("0001_code"), workshop.advance().resumed());
    assertFalse(isUnfinished());
  }

  @Test
  void aPlanThatFailedForAnotherReasonIsTriedAgain() throws Exception {
    database.run("CREATE TABLE orders (id bigint PRIMARY KEY, code text)");
    begin();
    try (Connection report = database.connect();
        Statement statement = report.createStatement()) {
      report.setAutoCommit(false);
      statement.execute("SELECT FROM orders");
      statement.execute("LOCK TABLE orders");

      PhaseException waited =
          assertThrows(
              PhaseException.class,
              () ->
                  workshop.run(
                      Map.of("lock-budget", "2s"),
                      Listener.NONE,
                      engine -> engine.finish(Workshop.RELEASE)));

      assertEquals(ExitCode.LOCKED, waited.exitCode());
      report.rollback();
    }

    assertTrue(isUnfinished());
    assertEquals(List.of("0001_code"), workshop.finish());
  }

  private void begin() {
    workshop.begin(
        "0001_code",
        """
        operations:
          - create_index: { table: orders, name: orders_code, columns: [code], unique: true }
        """);
  }

  private void ask(Backfills.Wish wish) {
    workshop.run(
        engine -> {
          engine.backfills().ask(RUN, wish, ADA);
          return wish;
        });
  }

  private boolean isUnfinished() {
    return workshop.run(Engine::isUnfinished);
  }
}
