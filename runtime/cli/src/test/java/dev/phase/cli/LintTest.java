package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CI reads: findings as text, JSON and SARIF, and the exit code. */
final class LintTest {

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void begin() throws Exception {
    project = TestProject.offline(directory);
    project.change(
        "0001_a",
        """
        operations:
          - add_column: { table: t, column: { name: at, type: timestamp } }
        """);
  }

  @Test
  void aWarningDoesNotFail() {
    TestProject.Outcome outcome = project.run("lint");

    assertEquals(0, outcome.code());
    assertEquals(
        "db/changes/0001_a.yaml:2:55: warning: A timestamp without time zone means another moment in"
            + " every time zone. Use timestamptz. [type-regretted]\n1 file, 0 errors, 1 warning\n",
        outcome.out().replace(directory + "/", ""));
  }

  @Test
  void anErrorFailsWithThree() throws Exception {
    project.change("0002_b", "operations:\n  - sql: { expand: DROP TABLE t, undo: '' }\n");

    TestProject.Outcome outcome = project.run("lint");

    assertEquals(3, outcome.code());
    assertTrue(outcome.out().contains("0002_b.yaml:2:20: error: "), outcome.out());
    assertTrue(outcome.out().endsWith("2 files, 1 error, 1 warning\n"), outcome.out());
  }

  @Test
  void codeHostsReadSarif() throws Exception {
    JsonNode sarif = new ObjectMapper().readTree(project.run("lint", "-o", "sarif").out());

    assertEquals("2.1.0", sarif.get("version").asText());
    JsonNode run = sarif.get("runs").get(0);
    assertEquals("phase lint", run.at("/tool/driver/name").asText());
    assertEquals("type-regretted", run.at("/tool/driver/rules/0/id").asText());
    JsonNode result = run.get("results").get(0);
    assertEquals("type-regretted", result.get("ruleId").asText());
    assertEquals("warning", result.get("level").asText());
    assertEquals(2, result.at("/locations/0/physicalLocation/region/startLine").asInt());
    assertTrue(
        result
            .at("/locations/0/physicalLocation/artifactLocation/uri")
            .asText()
            .endsWith("db/changes/0001_a.yaml"));
  }

  @Test
  void entitiesWithoutHibernateAreRefusedWithWhatIsMissing() throws Exception {
    project.change(
        "0001_a",
        "operations:\n  - create_table: { name: t, columns: [ { name: id, type: bigint } ] }\n");
    project.write("classes/shop/Readme.txt", "");

    TestProject.Outcome outcome = project.run("lint", "--entities=classes");

    assertEquals(3, outcome.code());
    assertTrue(
        outcome.err().endsWith(
            "Make sure that Hibernate 6.6 or newer, and all else that they need, is on their class path.\n"),
        outcome.err());
  }

  @Test
  void entitiesThatWereNotBuiltAreMissed() {
    TestProject.Outcome outcome = project.run("lint", "--entities=target/classes");

    assertEquals(3, outcome.code());
    assertTrue(
        outcome.err().endsWith("target/classes. Build the application first, or correct the path.\n"),
        outcome.err());
  }
}
