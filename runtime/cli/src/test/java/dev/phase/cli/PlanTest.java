package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next advance will do to this database. */
@PostgresTest
final class PlanTest {

  private static final String CENTS =
      """
      operations:
        - alter_column:
            table: orders
            column: amount
            type: bigint
            nullable: false
            up: "amount * 100"
            down: "amount / 100"
        - create_index: { table: orders, name: by_amount, columns: [amount] }
        - sql: { expand: "COMMENT ON TABLE orders IS 'in cents'", undo: "SELECT 1" }
      """;

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void initialise(Database database) throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount integer)",
        "INSERT INTO orders SELECT n, n FROM generate_series(1, 20000) n",
        "ANALYZE orders");
    project = TestProject.on(database, directory);
    project.succeed("init");
    project.change("0001_cents", CENTS);
  }

  @Test
  void everyKindOfWorkIsEstimated() throws Exception {
    JsonNode plans = plan().get("plans");

    assertEquals("backfill", estimate(plans, "Backfill table orders").get("work").asText());
    assertEquals(20_000, estimate(plans, "Backfill table orders").get("rows").asLong());
    assertEquals("index", estimate(plans, "Build index by_amount on orders").get("work").asText());
    assertEquals(
        "scan", estimate(plans, "Prove that no row of orders has one").get("work").asText());
    assertEquals(
        "unknown",
        estimate(plans, "Run the SQL of 0001_cents, operations[2].sql.expand")
            .get("work")
            .asText());
    assertEquals("catalog", estimate(plans, "Expand table orders").get("work").asText());
  }

  @Test
  void theNextOneKnowsHowFastTheLastOneWas() throws Exception {
    assertEquals("default", plan().get("total").get("basis").asText());
    project.succeed("advance");
    project.change(
        "0002_more",
        "operations: [ { alter_column: { table: orders, column: amount, type: numeric, up: amount,"
            + " down: amount } } ]");

    assertEquals("measured", plan().get("total").get("basis").asText());
  }

  @Test
  void whoIsInTheWayIsNamed(Database database) throws Exception {
    try (Connection report = database.connect()) {
      report.setAutoCommit(false);
      report.setClientInfo("ApplicationName", "report");
      report.createStatement().execute("SELECT FROM orders");
      project.with("PHASE_LOCK_TIMEOUT", "1ms");

      assertTrue(project.succeed("plan").contains("report"), "text");
      assertTrue(project.succeed("plan", "-o", "markdown").contains("report"), "markdown");
      assertEquals("report", plan().get("obstacles").get(0).get("application").asText());
      report.rollback();
    }
  }

  @Test
  void linesFitEightyColumns() throws Exception {
    project.succeed("advance");
    project.change(
        "0002_note",
        "operations: [ { add_column: { table: orders, column: { name: note, type: text } } } ]");

    // Comments stay on their lines.
    project
        .succeed("plan")
        .lines()
        .filter(line -> !line.contains("--"))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  private JsonNode plan() throws Exception {
    return new ObjectMapper().readTree(project.succeed("plan", "-o", "json"));
  }

  private static JsonNode estimate(JsonNode plans, String purpose) {
    for (JsonNode plan : plans) {
      for (JsonNode step : plan.get("steps")) {
        if (step.get("purpose").asText().equals(purpose)) {
          return step.get("estimate");
        }
      }
    }
    throw new AssertionError("no step " + purpose + " in " + plans);
  }
}
