package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds what would stand in the way, and says how to mend it. */
@PostgresTest
final class DoctorTest {

  @TempDir private Path directory;

  @Test
  void aGoodDatabaseHasNoProblem(Database database) throws Exception {
    TestProject project = start(database);

    TestProject.Outcome outcome = project.run("doctor");

    assertEquals(0, outcome.code(), outcome.text());
    assertTrue(outcome.out().contains("ok       drift"), outcome.out());
  }

  @Test
  void beforeInitItSaysSo(Database database) {
    TestProject.Outcome outcome = TestProject.on(database, directory).run("doctor");

    assertEquals(5, outcome.code());
    assertTrue(outcome.out().contains("Run `phase init`"), outcome.out());
  }

  @Test
  void beforeInitAnApplicationsRoleIsNotLookedAt(Database database) throws Exception {
    TestProject.Outcome outcome =
        TestProject.on(database, directory)
            .run("doctor", "--application", database.createRole("app"));

    assertEquals(5, outcome.code(), outcome.text());
    assertTrue(outcome.out().contains("Run `phase init`"), outcome.out());
  }

  @Test
  void aUserMayHaveAnyName(Database database) throws Exception {
    TestProject project = start(database);
    String plain = database.createRole("deploy");
    String odd = plain + "-Bot@acme.iam";
    try (Connection connection = database.superuser();
        Statement superuser = connection.createStatement()) {
      superuser.execute("ALTER ROLE %s RENAME TO \"%s\"".formatted(plain, odd));
      superuser.execute("ALTER ROLE \"%s\" PASSWORD '%s'".formatted(odd, database.password()));
      superuser.execute("GRANT %s TO \"%s\"".formatted(database.user(), odd));
      try {
        assertTrue(project.with("PHASE_USER", odd).run("doctor").out().contains("drift"));
        superuser.execute(
            "ALTER DEFAULT PRIVILEGES FOR ROLE \"%s\" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"
                .formatted(odd));

        String out = project.run("doctor").out();

        assertTrue(out.contains("ALTER DEFAULT PRIVILEGES GRANT EXECUTE"), out);
      } finally {
        superuser.execute("ALTER ROLE \"%s\" RENAME TO %s".formatted(odd, plain));
        superuser.execute("DROP OWNED BY " + plain);
      }
    }
  }

  @Test
  void missingPrivilegesComeWithTheirGrants(Database database) throws Exception {
    start(database);
    String stranger = database.createRole("stranger");
    TestProject project =
        TestProject.on(database, directory).with("PHASE_USER", stranger);
    try (Connection owner = database.superuser()) {
      owner.createStatement().execute("GRANT SELECT ON ALL TABLES IN SCHEMA phase TO PUBLIC");
    }

    JsonNode checks =
        new ObjectMapper().readTree(project.run("doctor", "-o", "json").out()).get("checks");

    JsonNode create = find(checks, "CREATE on the database");
    assertEquals("PROBLEM", create.get("result").asText());
    assertTrue(create.get("remedy").asText().startsWith("GRANT CREATE ON DATABASE"));
    assertEquals("PROBLEM", find(checks, "table owners").get("result").asText());
    assertEquals("PROBLEM", find(checks, "schema phase").get("result").asText());
    assertEquals("WARNING", find(checks, "pg_read_all_stats").get("result").asText());
  }

  @Test
  void anApplicationsRoleIsLookedAt(Database database) throws Exception {
    TestProject project = start(database);
    String role = database.createRole("app");

    assertEquals(0, project.run("doctor", "--application", role).code());
    database.run("REVOKE USAGE ON SCHEMA phase FROM PUBLIC");
    TestProject.Outcome outcome = project.run("doctor", "--application", role);

    assertEquals(5, outcome.code());
    assertTrue(outcome.out().contains("GRANT USAGE ON SCHEMA phase TO"), outcome.out());
    assertEquals(5, project.run("doctor", "--application", "nobody").code());
  }

  @Test
  void driftIsShownWithItsDefinitionAndCanBeAccepted(Database database) throws Exception {
    TestProject project = start(database);
    project.change(
        "0001_a",
        "operations:\n  - rename_column: { table: t, from: word, to: term }\n");
    project.succeed("advance");
    database.run("ALTER VIEW public_0001_a.t SET (security_barrier = true)");

    TestProject.Outcome outcome = project.run("doctor");
    assertEquals(5, outcome.code());
    assertTrue(outcome.out().contains("CREATE OR REPLACE VIEW public_0001_a.t"), outcome.out());
    assertTrue(project.run("plan").err().contains("was changed"), "plan is silent");
    assertEquals(4, project.run("advance").code());

    project.succeed("doctor", "--accept-drift");
    project.succeed("advance");
  }

  @Test
  void invalidIndexesAndLongTransactionsAreNamed(Database database) throws Exception {
    TestProject project = start(database);
    database.run("INSERT INTO t VALUES (1, 'a'), (2, 'a')");
    try (Connection connection = database.connect()) {
      connection.createStatement().execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (word)");
    } catch (java.sql.SQLException expected) {
      assertEquals("23505", expected.getSQLState());
    }

    String out = project.succeed("doctor");

    assertTrue(out.contains("invalid indexes: broken"), out);
  }

  private TestProject start(Database database) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY, word text)");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    return project;
  }

  private static JsonNode find(JsonNode checks, String name) {
    for (JsonNode check : checks) {
      if (check.get("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check " + name);
  }
}
