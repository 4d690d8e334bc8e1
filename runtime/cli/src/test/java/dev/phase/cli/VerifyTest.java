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

/** Finds what is not as the live versions promise, and nothing else. */
@PostgresTest
final class VerifyTest {

  private static final String EUROS =
      """
      operations:
        - alter_column:
            table: orders
            column: amount
            type: bigint
            nullable: false
            up: "amount / 100"
            down: "amount * 100"
        - create_index: { table: orders, name: by_amount, columns: [amount] }
        - add_constraint: { table: orders, name: positive, check: "amount >= 0" }
      """;

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void initialise(Database database) throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount integer)",
        "INSERT INTO orders SELECT n, n * 7 FROM generate_series(1, 2000) n");
    project = TestProject.on(database, directory).with("PHASE_BACKFILL_BATCH_ROWS", "50");
    project.succeed("init");
    project.change("0001_euros", EUROS);
    project.succeed("advance");
  }

  @Test
  void allIsWellAlsoWhereOldersCannotShowEverything(Database database) throws Exception {
    database.run(
        "UPDATE orders SET amount = 150 WHERE id = 7",
        "INSERT INTO public_0001_euros.orders VALUES (9999, 3), (10000, 4)",
        "UPDATE public_0001_euros.orders SET amount = amount + 1 WHERE id < 20");

    TestProject.Outcome outcome = project.run("verify");

    assertEquals(0, outcome.code(), outcome.text());
    assertEquals(
        """
        ok       drift: What Phase has made is as it left it.
        ok       door of 0001_euros: It is open, and names its version.
        ok       NOT NULL of phase_1_amount in orders: It holds for all rows.
        ok       constraint positive of orders: It holds for all rows.
        ok       index by_amount of orders: It holds for all rows.
        ok       rows of orders: All 2002 agree between the versions.
        """,
        outcome.out());
  }

  @Test
  void aRowThatWasWrittenPastTheTriggersIsFound(Database database) throws Exception {
    try (Connection administrator = database.superuser()) {
      administrator.createStatement().execute("SET session_replication_role = replica");
      administrator.createStatement().execute("UPDATE orders SET amount = 12345 WHERE id = 1234");
    }

    TestProject.Outcome outcome = project.run("verify", "-o", "json");

    assertEquals(5, outcome.code(), outcome.text());
    JsonNode rows = check(outcome, "rows of orders");
    assertEquals("PROBLEM", rows.get("result").asText());
    assertEquals(
        "In 1 of 2000 the versions do not agree, such as id (1234).",
        rows.get("detail").asText());
  }

  @Test
  void whatWasTakenAwayIsFound(Database database) throws Exception {
    database.run(
        "DROP INDEX by_amount",
        "ALTER TABLE orders DROP CONSTRAINT positive",
        "ALTER TABLE orders ADD CONSTRAINT positive CHECK (phase_1_amount >= 0) NOT VALID");

    TestProject.Outcome outcome = project.run("verify", "-o", "json");

    assertEquals(5, outcome.code(), outcome.text());
    assertEquals(
        "It is gone.",
        check(outcome, "index by_amount of orders").get("detail").asText());
    assertEquals(
        "ALTER TABLE public.orders VALIDATE CONSTRAINT positive;",
        check(outcome, "constraint positive of orders").get("remedy").asText());
  }

  @Test
  void driftHasItsOwnExitCode(Database database) throws Exception {
    database.run("DROP VIEW public_0001_euros.phase_version");

    TestProject.Outcome outcome = project.run("verify", "-o", "json");

    assertEquals(4, outcome.code(), outcome.text());
    assertEquals(
        "View public_0001_euros.phase_version is gone.",
        check(outcome, "door of 0001_euros").get("detail").asText());
  }

  @Test
  void rowsThatAnExpressionCannotReadAreTold(Database database) throws Exception {
    database.run("CREATE TABLE words (id int PRIMARY KEY, n text)");
    database.run("INSERT INTO words SELECT n, n FROM generate_series(1, 300) n");
    project.change(
        "0002_number",
        """
        operations:
          - alter_column: { table: words, column: n, type: int, up: "n::int", down: "'n' || n" }
        """);
    project.succeed("advance");
    database.run("INSERT INTO public_0002_number.words VALUES (301, 5)");
    assertEquals(0, project.run("verify").code());
    try (Connection administrator = database.superuser()) {
      administrator.createStatement().execute("SET session_replication_role = replica");
      administrator.createStatement().execute("UPDATE words SET n = 'x' WHERE id IN (7, 199)");
      administrator.createStatement().execute("UPDATE words SET n = '8' WHERE id = 9");
    }

    TestProject.Outcome outcome = project.run("verify", "-o", "json");

    assertEquals(5, outcome.code(), outcome.text());
    assertEquals(
        "In 1 of 301 the versions do not agree, such as id (9); 2 more could not be compared, such"
            + " as after id (6) up to id (7): invalid input syntax for type integer: \"x\" (SQLSTATE"
            + " 22P02).",
        check(outcome, "rows of words").get("detail").asText());
  }

  @Test
  void aVersionThatIsPreparedIsNotLookedAtYet(Database database) throws Exception {
    database.run(
        "CREATE TABLE words (id int PRIMARY KEY, n text)",
        "INSERT INTO words VALUES (1, 'x'), (2, 'X')");
    project.change(
        "0002_upper",
        """
        operations:
          - alter_column: { table: words, column: n, nullable: false, up: "upper(n)", down: n }
          - add_constraint: { table: words, name: one, unique: [n] }
        """);
    assertEquals(8, project.run("advance").code());

    TestProject.Outcome outcome = project.run("verify");

    assertEquals(0, outcome.code(), outcome.text());
    assertTrue(outcome.out().contains("A movement is unfinished"), outcome.out());
    assertTrue(!outcome.out().contains("words"), outcome.out());
  }

  private static JsonNode check(TestProject.Outcome outcome, String name) throws Exception {
    for (JsonNode check : new ObjectMapper().readTree(outcome.out()).get("checks")) {
      if (check.get("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check " + name + " in " + outcome.out());
  }
}
