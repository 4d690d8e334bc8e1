package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files say against what the database has. */
@PostgresTest
final class HistoryTest {

  private static final String ADD = "operations:\n- add_column: { table: t, column: { name: %s, type: text } }\n";

  private final Database database;
  private final Workshop workshop;

  HistoryTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveTwoVersions() throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY)");
    workshop.advance("0001_a", ADD.formatted("a"));
    workshop.advance("0002_b", ADD.formatted("b"));
  }

  @Test
  void anOlderReleaseTouchesNothing() throws Exception {
    workshop.retire();
    workshop.contract();
    workshop.retire();
    database.run("UPDATE phase.version SET retired_at = now() - interval '3 days'");
    List<String> before = CatalogPicture.of(database);
    workshop.delete("0002_b");

    Advanced advanced = workshop.advance();

    assertTrue(advanced.isEmpty());
    assertTrue(advanced.notices().get(0).contains("it also has 0002_b"), advanced.toString());
    assertEquals(before, CatalogPicture.of(database));
  }

  @Test
  void theTailFollowsWhenItsTimeHasCome() throws Exception {
    workshop.retire();
    workshop.contract();
    workshop.retire();
    assertEquals("restore_window", workshop.advance().waiting().get(0).gate());
    database.run("UPDATE phase.version SET retired_at = now() - interval '3 days'");

    Advanced advanced = workshop.advance();

    assertEquals(List.of("0001_a"), advanced.contracted());
    assertTrue(workshop.advance().isEmpty());
  }

  @Test
  void anEditedChangeIsNamed() {
    workshop.change("0001_a", ADD.formatted("other"));

    assertDrift("Change 0001_a was edited");
  }

  @Test
  void aMissingChangeIsNamed() {
    workshop.delete("0001_a");

    assertDrift("Change 0001_a has been applied, but its file is missing");
  }

  @Test
  void aChangeThatComesTooLateIsNamed() {
    workshop.change("0001_z", ADD.formatted("z"));

    assertDrift("Change 0001_z sorts before 0002_b");
  }

  @Test
  void aCommentIsNoEdit() {
    workshop.change("0001_a", "# why\ndescription: because\n" + ADD.formatted("a"));

    assertTrue(workshop.advance().isEmpty());
  }

  @Test
  void aChangeThatWasRolledBackMayBeEdited() throws Exception {
    workshop.rollback();
    workshop.advance("0002_b", ADD.formatted("better"));

    assertEquals(
        "better",
        database.queryOne(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = 'public_0002_b.t'::regclass AND attnum = 3"""));
  }

  private void assertDrift(String expected) {
    PhaseException e = assertThrows(PhaseException.class, workshop::advance);
    assertEquals(ExitCode.DRIFT, e.exitCode());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }
}
