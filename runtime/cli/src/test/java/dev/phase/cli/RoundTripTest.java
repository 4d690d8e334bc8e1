package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a split or a merge would change on their way up and down are found beforehand. */
@PostgresTest
final class RoundTripTest {

  private static final String SPLIT =
      """
      operations:
        - split_column:
            table: "People"
            column: name
            into:
              name: { type: text, up: "split_part(name, ' ', 1)" }
              last: { type: %s, up: "split_part(name, ' ', 2)%s" }
            down: "%s"
      """;

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void havePeople(Database database) throws Exception {
    database.run(
        "CREATE TABLE \"People\" (id int PRIMARY KEY, name text, born int, died int)",
        "INSERT INTO \"People\" VALUES (1, 'Ada Lovelace', 1815, 1852), (2, 'A B C', 1, 2), (3, NULL, 1, 1)");
    project = TestProject.on(database, directory);
    project.run("init");
  }

  @Test
  void rowsThatComeBackOtherwiseAreCounted() throws Exception {
    project.change("0001_split", SPLIT.formatted("text", "", "name || ' ' || last"));
    String expected =
        "0001_split.yaml:8:13: %sOf 3 rows of People, 1 do not come back as they were from `up` and then `down`."
            + " Where newer versions write such a value, older ones see another; correct the"
            + " expressions unless that is meant.";

    TestProject.Outcome lint = project.run("lint", "--database");
    TestProject.Outcome plan = project.run("plan");

    assertEquals(0, lint.code());
    assertTrue(lint.out().contains(expected.formatted("warning: ")), lint.out());
    assertEquals(0, plan.code());
    assertTrue(plan.text().contains(expected.formatted("")), plan.text());
    assertFalse(plan.out().contains("come back"), plan.out());
  }

  @Test
  void aRowThatFailsIsFoundBeforeTheBackfill() throws Exception {
    project.change("0001_split", SPLIT.formatted("int", "::int", "name || ' ' || last"));

    TestProject.Outcome lint = project.run("lint", "--database");

    assertEquals(0, lint.code());
    assertTrue(
        lint.out().contains("`up` or `down` fails for a row of People that is there."), lint.out());
    assertTrue(lint.out().contains("invalid input syntax for type integer"), lint.out());
  }

  @Test
  void nothingIsSaidWhereAllRowsComeBack() throws Exception {
    project.change(
        "0001_merge",
        """
        operations:
          - merge_columns:
              table: People
              columns: [ born, died ]
              into: { name: lived, type: text, up: "born || '-' || died" }
              down: { born: "split_part(lived, '-', 1)::int", died: "split_part(lived, '-', 2)::int" }
        """);

    assertEquals("1 file, no problems\n", project.run("lint", "--database").out());
  }
}
