package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is told with its place, and nothing happens to the database. */
@PostgresTest
final class BadInputTest {

  private static final String NOTE =
      """
      operations:
        - add_column: { table: users, column: { name: note, type: text } }
      """;

  @TempDir private Path directory;
  private Database database;
  private TestProject project;

  @BeforeEach
  void initialise(Database fresh) throws Exception {
    database = fresh;
    database.run("CREATE TABLE users (id bigint PRIMARY KEY, name text)");
    project = TestProject.on(database, directory);
    project.succeed("init");
  }

  @ParameterizedTest
  @MethodSource("dev.phase.cli.BadChange#all")
  void aBadChangeIsToldWithItsPlace(BadChange bad) throws Exception {
    Path file = project.change("0001_bad", bad.yaml());
    List<List<String>> before = catalog();

    TestProject.Outcome outcome = project.run("advance");

    String message = outcome.err();
    assertTrue(message.startsWith(file + ":" + bad.place()), message);
    assertTrue(message.contains(bad.message()), message);
    assertTwoSentences(message.lines().findFirst().orElseThrow());
    assertEquals(3, outcome.code(), message);
    assertEquals("", outcome.out());
    assertEquals(before, catalog());
  }

  @Test
  void anExpressionWithASyntaxErrorIsToldWithItsPlace() throws Exception {
    assertBadExpression("substr(name,", "up");
  }

  @Test
  void anExpressionWithAnUnknownColumnIsToldWithItsPlace() throws Exception {
    assertBadExpression("upper(nick)", "nick");
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() throws Exception {
    project.change("0001_a", "operations: []\nsurprise: 1\n");
    project.change("0002_b", "operations: {}\n");

    TestProject.Outcome outcome = project.run("lint");

    assertEquals(3, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("0001_a.yaml:1:13: "), outcome.err());
    assertTrue(outcome.err().contains("0001_a.yaml:2:1: "), outcome.err());
    assertTrue(outcome.err().contains("0002_b.yaml:1:13: "), outcome.err());
    assertEquals(3, outcome.code());
  }

  @Test
  void allContradictionsToTheSchemaAreToldAtOnce() throws Exception {
    project.change(
        "0001_a",
        """
        operations:
          - drop_column: { table: nobody, column: name }
          - rename_column: { table: users, from: nick, to: b }
        """);

    TestProject.Outcome outcome = project.run("lint", "--database");

    assertTrue(outcome.err().contains("0001_a.yaml:2:"), outcome.err());
    assertTrue(outcome.err().contains("0001_a.yaml:3:"), outcome.err());
    assertEquals(3, outcome.code());
  }

  @Test
  void anEditedFileIsDrift() throws Exception {
    project.change("0001_note", NOTE);
    project.succeed("advance");
    project.change("0001_note", NOTE.replace("note", "remark"));

    assertDrift("Change 0001_note was edited after it had been applied.");
  }

  @Test
  void aMissingFileInTheMiddleIsDrift() throws Exception {
    Path first = project.change("0001_note", NOTE);
    project.succeed("advance");
    project.change("0002_remark", NOTE.replace("note", "remark"));
    project.succeed("advance");
    java.nio.file.Files.delete(first);

    assertDrift("Change 0001_note has been applied, but its file is missing.");
  }

  private void assertDrift(String sentence) throws Exception {
    List<List<String>> before = catalog();

    TestProject.Outcome outcome = project.run("advance");

    assertTrue(outcome.err().startsWith(sentence), outcome.err());
    assertTwoSentences(outcome.err());
    assertEquals(4, outcome.code());
    assertEquals(before, catalog());
  }

  private void assertBadExpression(String expression, String part) throws Exception {
    Path file =
        project.change(
            "0001_bad",
            """
            operations:
              - add_column:
                  table: users
                  column: { name: note, type: text }
                  up: "%s"
            """
                .formatted(expression));
    List<List<String>> before = catalog();

    TestProject.Outcome outcome = project.run("advance");

    // The line of the operation, or better that of the expression in it.
    assertTrue(outcome.err().matches("\\Q" + file + "\\E:[2-5]:\\d+: (?s).*"), outcome.err());
    assertTrue(outcome.err().contains(part), outcome.err());
    assertEquals(3, outcome.code(), outcome.err());
    assertEquals(before, catalog());
  }

  /** A message ends with a full stop and has another one before. */
  private static void assertTwoSentences(String message) {
    assertTrue(message.strip().endsWith(".") && message.contains(". "), message);
  }

  /** Everything outside of PostgreSQL's own schemas, and what Phase has recorded. */
  private List<List<String>> catalog() throws Exception {
    return database.rows(
        """
        SELECT n.nspname, c.relname, a.attname, a.atttypid::regtype::text, a.attnotnull::text
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        UNION ALL
        SELECT n.nspname, p.proname, p.prosrc, NULL, NULL
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        UNION ALL
        SELECT 'phase', 'version', name, state::text, NULL FROM phase.version
        ORDER BY 1, 2, 3, 4, 5
        """);
  }
}
