package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts read: its fields are a promise. */
@PostgresTest
final class JsonOutputTest {

  private static final String SPLIT =
      """
      operations:
        - alter_column:
            table: orders
            column: amount
            type: numeric(12, 2)
            up: "amount / 100.0"
            down: "(amount * 100)::integer"
      """;

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void initialise(Database database) throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount integer)",
        "INSERT INTO orders SELECT n, n FROM generate_series(1, 10) n");
    project = TestProject.on(database, directory);
    project.succeed("init");
    project.change("0001_cents", SPLIT);
  }

  @Test
  void statusHasItsFields() throws Exception {
    project.succeed("advance");

    JsonNode status = parse(project.succeed("status", "-o", "json"));

    assertEquals(
        List.of("schema", "versions", "changes", "backfills", "waiting", "drift"), names(status));
    JsonNode version = status.get("versions").get(1);
    assertEquals(
        List.of("name", "schema", "state", "changes", "publishedAt", "retiredAt"), names(version));
    assertEquals("0001_cents", version.get("name").asText());
    assertEquals("public_0001_cents", version.get("schema").asText());
    assertEquals("live", version.get("state").asText());
    assertEquals("0001_cents", version.get("changes").get(0).asText());
    assertTrue(version.get("retiredAt").isNull());
    assertEquals(List.of("id", "phase", "checksum"), names(status.get("changes").get(0)));
    JsonNode backfill = status.get("backfills").get(0);
    assertEquals(
        List.of(
            "id", "change", "table", "state", "reason", "rowsDone", "rowsTotal", "rowsPerSecond",
            "etaSeconds", "etaSecondsLeast", "etaSecondsMost", "quarantined"),
        names(backfill));
    assertEquals(10, backfill.get("rowsTotal").asLong());
  }

  @Test
  void planHasItsFields() throws Exception {
    JsonNode document = parse(project.succeed("plan", "-o", "json"));
    JsonNode plans = document.get("plans");

    assertEquals(
        List.of(
            "plans", "total", "waiting", "obstacles", "hiddenSessions", "drift", "warnings"),
        names(document));
    assertEquals(List.of("move", "version", "decisions", "steps"), names(plans.get(0)));
    JsonNode decision = plans.get(0).get("decisions").get(0);
    assertEquals(List.of("change", "path", "text"), names(decision));
    assertTrue(decision.get("text").asText().contains("gets a shadow column"));
    assertEquals("expand", plans.get(0).get("move").asText());
    assertEquals("publish", plans.get(1).get("move").asText());
    JsonNode step = plans.get(0).get("steps").get(0);
    assertEquals(
        List.of("id", "kind", "purpose", "transaction", "locks", "estimate", "sql"), names(step));
    assertTrue(step.get("transaction").asBoolean());
    JsonNode lock = step.get("locks").get(0);
    assertEquals("public.orders", lock.get("relation").asText());
    assertEquals("ACCESS EXCLUSIVE", lock.get("level").asText());
    assertEquals("[\"reads\",\"writes\",\"changes\"]", lock.get("blocks").toString());
    assertTrue(step.get("sql").get(0).isTextual());
    JsonNode estimate = plans.get(1).get("steps").get(0).get("estimate");
    assertEquals(
        List.of(
            "work", "table", "rows", "bytes", "millis", "walBytes", "diskBytes", "basis"),
        names(estimate));
    assertEquals("backfill", estimate.get("work").asText());
    assertEquals("public.orders", estimate.get("table").asText());
    assertEquals(List.of("least", "most"), names(estimate.get("millis")));
    assertEquals("default", estimate.get("basis").asText());
    assertTrue(document.get("total").get("rows").asLong() > 0);
  }

  @Test
  void lintHasItsFieldsAndItsExitCode() throws Exception {
    project.change("0002_bad", "operations: []\n");

    TestProject.Outcome outcome = project.run("lint", "-o", "json");

    JsonNode lint = parse(outcome.out());
    assertEquals(3, outcome.code());
    assertEquals("", outcome.err());
    assertEquals(2, lint.get("files").asInt());
    JsonNode problem = lint.get("findings").get(0);
    assertEquals(
        List.of("rule", "severity", "file", "line", "column", "what", "remedy", "entity"),
        names(problem));
    assertTrue(problem.get("entity").isNull());
    assertEquals("invalid", problem.get("rule").asText());
    assertEquals(1, problem.get("line").asInt());
    assertEquals(13, problem.get("column").asInt());
  }

  @Test
  void aPlanChangesNothing(Database database) throws Exception {
    project.succeed("plan");
    project.succeed("plan", "--sql");

    assertEquals(
        "0",
        database.queryOne(
            "SELECT count(*) FROM pg_namespace WHERE nspname = 'public_0001_cents'"));
  }

  private static JsonNode parse(String json) throws Exception {
    return new ObjectMapper().readTree(json);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
