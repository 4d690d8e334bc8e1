package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that do not say what the database has: nothing is touched, and the message leads out. */
@PostgresTest
final class FileMishapsTest {

  private static final String ADD =
      "operations:\n- add_column: { table: people, column: { name: %s, type: text } }\n";

  /** Which version of each row of the catalog and of Phase's log there is. */
  private static final String TOUCHED =
      """
      SELECT md5(string_agg(row, ',' ORDER BY row)) FROM (
        SELECT 'class ' || oid || ' ' || xmin AS row FROM pg_class
        UNION ALL SELECT 'attribute ' || attrelid || ' ' || attnum || ' ' || xmin FROM pg_attribute
        UNION ALL SELECT 'function ' || oid || ' ' || xmin FROM pg_proc
        UNION ALL SELECT 'trigger ' || oid || ' ' || xmin FROM pg_trigger
        UNION ALL SELECT 'constraint ' || oid || ' ' || xmin FROM pg_constraint
        UNION ALL SELECT 'schema ' || oid || ' ' || xmin FROM pg_namespace
        UNION ALL SELECT 'row ' || id || ' ' || xmin FROM people
        UNION ALL SELECT 'version ' || name || ' ' || xmin FROM phase.version
        UNION ALL SELECT 'change ' || id || ' ' || xmin FROM phase.change
        UNION ALL SELECT 'plan ' || id || ' ' || xmin FROM phase.plan) AS rows""";

  private final Database database;
  private final TestProject project;

  FileMishapsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.project = TestProject.on(database, directory);
  }

  @BeforeEach
  void haveThreeReleases() throws Exception {
    database.run(
        "CREATE TABLE people (id int PRIMARY KEY)", "INSERT INTO people VALUES (1), (2)");
    project.succeed("init");
    project.write("phase.yaml", "contract: { keep: 0, restore_window: 0s }\n");
    for (String id : List.of("0001_a", "0002_b", "0003_c")) {
      project.change(id, ADD.formatted(id.substring(5)));
      project.succeed("advance");
    }
  }

  @Test
  void anOlderReleaseThatIsDeployedAgainTouchesNothing() throws Exception {
    Files.delete(project.file("db/changes/0003_c.yaml"));
    Files.delete(project.file("db/changes/0002_b.yaml"));
    String before = database.queryOne(TOUCHED);

    TestProject.Outcome outcome = project.run("advance");

    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.text().contains("The database is ahead of these files: it also has 0002_b, 0003_c."),
        outcome.text());
    assertTrue(outcome.text().contains("Nothing was changed."), outcome.text());
    assertEquals(before, database.queryOne(TOUCHED));
  }

  @Test
  void anEditedFileIsFour() throws Exception {
    project.change("0002_b", ADD.formatted("other"));

    assertFour("Change 0002_b was edited", "Put its file back as it was");
  }

  @Test
  void aMissingFileIsFour() throws Exception {
    Files.delete(project.file("db/changes/0002_b.yaml"));

    assertFour("Change 0002_b has been applied, but its file is missing.", "Put the file back");
  }

  @Test
  void aFileThatComesTooLateIsFour() throws Exception {
    project.change("0002_z", ADD.formatted("z"));

    assertFour("Change 0002_z sorts before 0003_c", "Give its file a later number");
  }

  @Test
  void aDuplicatedFileIsFour() throws Exception {
    Files.copy(
        project.file("db/changes/0002_b.yaml"), project.file("db/changes/0002_b.yml"));

    assertFour(
        "0002_b.yml: The change is already defined in ", "Delete or rename one of the two files");
  }

  @Test
  void allMishapsAreToldAtOnce() throws Exception {
    project.change("0001_a", ADD.formatted("other"));
    Files.delete(project.file("db/changes/0002_b.yaml"));
    project.change("0002_z", ADD.formatted("z"));

    assertFour("Change 0001_a", "Change 0002_z", "Change 0002_b");
  }

  private void assertFour(String... words) throws Exception {
    String before = database.queryOne(TOUCHED);
    for (String verb : new String[] {"advance", "plan"}) {
      TestProject.Outcome outcome = project.run(verb);

      assertEquals(4, outcome.code(), verb + ": " + outcome.err());
      for (String word : words) {
        assertTrue(outcome.err().contains(word), outcome.err());
      }
    }
    assertEquals(before, database.queryOne(TOUCHED));
  }
}
