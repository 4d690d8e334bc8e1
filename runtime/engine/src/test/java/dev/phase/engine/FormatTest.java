package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema {@code phase} as another release of Phase has left it. */
@PostgresTest
final class FormatTest {

  private static final String ADD =
      "operations:\n- add_column: { table: t, column: { name: %s, type: text } }\n";

  private final Database database;
  private final Workshop workshop;

  FormatTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveAVersion() throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY)");
    workshop.advance("0001_a", ADD.formatted("a"));
  }

  @Test
  void initBringsAnOlderOneUpToDate() throws Exception {
    List<String> made = CatalogPicture.of(database);
    database.run(
        "DROP TABLE phase.format",
        "ALTER TABLE phase.plan DROP COLUMN failure_sqlstate",
        "DROP FUNCTION phase.definition(text, text, text, text)");
    workshop.change("0002_b", ADD.formatted("b"));

    refuses("an older Phase");
    assertFalse(workshop.run(Engine::init));

    assertEquals(made, CatalogPicture.of(database));
    assertEquals(Optional.of("0002_b"), workshop.advance().published());
  }

  @Test
  void aNewerOneIsLeftAlone() throws Exception {
    database.run("UPDATE phase.format SET number = 1000");
    List<String> before = CatalogPicture.of(database);

    refuses("a newer Phase");
    PhaseException refused = assertThrows(PhaseException.class, () -> workshop.run(Engine::init));

    assertTrue(refused.getMessage().contains("a newer Phase"), refused.getMessage());
    assertEquals(before, CatalogPicture.of(database));
  }

  private void refuses(String word) {
    List<Function<Engine, Object>> verbs =
        List.of(
            engine -> engine.advance(workshop.files(), Workshop.RELEASE),
            engine -> engine.inspection().preview(workshop.files()),
            engine -> engine.rollback(Workshop.RELEASE),
            engine -> engine.inspection().status(),
            Engine::isUnfinished,
            Engine::backfills);
    for (Function<Engine, Object> verb : verbs) {
      PhaseException refused = assertThrows(PhaseException.class, () -> workshop.run(verb));
      assertEquals(ExitCode.GATE, refused.exitCode());
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }
}
