package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed with SIGKILL at random moments while an application writes. */
@PostgresTest
final class KillTest {

  private static final int ROWS = 60_000;
  private static final long SEED = 20_261_121;
  private static final String CHANGE =
      """
      backfill: { batch_rows: 500 }
      operations:
        - alter_column: { table: orders, column: amount, type: bigint, up: "amount * 100", down: "amount / 100.0" }
        - create_index: { table: orders, name: orders_amount, columns: [ amount ] }
      """;

  @Test
  void nothingIsLostWhereverTheProcessIsKilled(Database database, @TempDir Path directory)
      throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, touched int)",
        "INSERT INTO orders SELECT n, n FROM generate_series(1, %d) n".formatted(ROWS));
    Workshop workshop = new Workshop(database, directory).change("0001_cents", CHANGE);
    Random random = new Random(SEED);

    int kills = 0;
    while (workshop.status().versions().stream().noneMatch(KillTest::isPublished)) {
      Process advance = advance(database, directory);
      boolean ended =
          advance.waitFor(400 + random.nextInt(900 + 300 * kills), TimeUnit.MILLISECONDS);
      if (!ended) {
        advance.destroyForcibly().waitFor();
        kills++;
      }
      database.run(
          "UPDATE orders SET amount = amount + 1, touched = %1$d WHERE id %% 50 = %1$d"
              .formatted(kills % 50));
    }

    assertTrue(kills > 2, "only " + kills + " kills hit");
    assertEquals(
        List.of(List.of("" + ROWS, "0")),
        database.rows(
            """
            SELECT count(*), count(*) FILTER (WHERE n.amount <> o.amount * 100)
            FROM orders o JOIN public_0001_cents.orders n USING (id)"""));
    assertEquals(
        "t", database.queryOne("SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_amount'::regclass"));
  }

  private static boolean isPublished(Status.VersionStatus version) {
    return version.name().equals("0001_cents") && version.state().equals("live");
  }

  private static Process advance(Database database, Path directory) throws Exception {
    Path changes = directory.resolve("changes");
    Files.writeString(directory.resolve("phase.yaml"), "changes: " + changes + "\n");
    Process process = AdvanceProcess.start(database, directory, "advance", "r1");
    process.getInputStream().close();
    return process;
  }
}
