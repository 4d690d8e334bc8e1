package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.change.ChangeFile;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the past are not read again, unless they have changed. */
@PostgresTest
final class SettledFilesTest {

  private static final String ADD =
      "operations:\n- add_column: { table: t, column: { name: %s, type: text } }\n";

  private final Database database;
  private final Workshop workshop;

  SettledFilesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveThreeVersionsOfWhichTheFirstIsGone() throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY)");
    for (String name : List.of("0001_a", "0002_b", "0003_c")) {
      workshop.advance(name, ADD.formatted(name.substring(5)));
    }
    for (int i = 0; i < 2; i++) {
      workshop.retire();
      workshop.contract();
    }
    assertEquals(List.of("0002_b", "0003_c"), versions());
    assertEquals(List.of(), settled());
    assertTrue(advance().isEmpty());
    assertEquals(List.of("0001_a"), settled());
  }

  @Test
  void nothingElseChanges() throws Exception {
    assertTrue(advance().isEmpty());
    workshop.change("0004_d", ADD.formatted("d"));

    assertEquals("0004_d", advance().published().orElseThrow());
    assertEquals(List.of("0001_a"), settled());
  }

  @Test
  void anEditIsNoticed() {
    workshop.change("0001_a", ADD.formatted("other"));

    assertEquals(List.of(), settled());
    assertDrift("Change 0001_a was edited");
  }

  @Test
  void aCommentIsComparedOnce() throws Exception {
    workshop.change("0001_a", "# why\n" + ADD.formatted("a"));

    assertEquals(List.of(), settled());
    assertTrue(advance().isEmpty());
    assertEquals(List.of("0001_a"), settled());
  }

  @Test
  void aMissingFileIsNoticed() {
    workshop.delete("0001_a");

    assertDrift("Change 0001_a has been applied, but its file is missing");
  }

  @Test
  void anOlderReleaseChangesNothing() throws Exception {
    workshop.change("0001_a", "# why\n" + ADD.formatted("a"));
    workshop.delete("0003_c");
    workshop.delete("0002_b");
    List<String> before = database.strings("SELECT c::text FROM phase.change c ORDER BY ordinal");

    assertTrue(advance().notices().get(0).contains("ahead of these files"));
    assertEquals(
        before, database.strings("SELECT c::text FROM phase.change c ORDER BY ordinal"));
  }

  private Advanced advance() {
    return workshop.run(
        engine -> engine.advance(engine.inspection().files().files(), Workshop.RELEASE));
  }

  private List<String> settled() {
    return workshop.run(engine -> engine.inspection().files()).files().stream()
        .map(ChangeFile::change)
        .filter(change -> change.isSettled())
        .map(change -> change.id())
        .toList();
  }

  private List<String> versions() {
    return workshop.status().versions().stream().map(Status.VersionStatus::name).toList();
  }

  private void assertDrift(String expected) {
    PhaseException e = assertThrows(PhaseException.class, this::advance);
    assertEquals(ExitCode.DRIFT, e.exitCode());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }
}
