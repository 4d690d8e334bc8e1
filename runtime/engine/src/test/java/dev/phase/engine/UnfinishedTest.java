package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.Actor;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
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
