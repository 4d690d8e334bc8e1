package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, stopped as a deploy system stops it. */
@PostgresTest
final class SignalTest {

  private static final String WIDEN =
      """
      operations:
        - alter_column:
            table: orders
            column: amount
            type: bigint
            up: "amount"
            down: "amount::integer"
      """;

  @TempDir private Path directory;

  @Test
  void anAdvanceEndsWithItsBatchAndTheNextOneGoesOn(Database database) throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount integer)",
        "INSERT INTO orders SELECT n, n FROM generate_series(1, 5000) n");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    project.change("0001_wide", WIDEN);
    Process process = start(database);
    String err;
    try (BufferedReader reader = process.errorReader()) {
      String line = reader.readLine();
      while (line != null && !line.contains("Backfill")) {
        line = reader.readLine();
      }
      process.toHandle().destroy();
      err = String.join("\n", reader.lines().toList());
    }

    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue(), err);
    assertTrue(err.contains("goes on where it stopped"), err);
    assertEquals("preparing", state(database));

    project.succeed("advance");
    assertEquals("live", state(database));
  }

  private Process start(Database database) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.phase.cli.Main",
                "advance"));
    builder.directory(directory.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PHASE_URL", database.url());
    builder.environment().put("PHASE_USER", database.user());
    builder.environment().put("PHASE_PASSWORD", database.password());
    builder.environment().put("PHASE_BACKFILL_BATCH_ROWS", "10");
    builder.environment().put("PHASE_BACKFILL_PAUSE", "100ms");
    return builder.start();
  }

  private static String state(Database database) throws Exception {
    return database.queryOne(
        "SELECT lower(state::text) FROM phase.version WHERE name = '0001_wide'");
  }
}
