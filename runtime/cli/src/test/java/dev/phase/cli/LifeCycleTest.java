package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
final class LifeCycleTest {

  private static final String SPLIT =
      """
      description: Amounts with cents
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
  void createOrders(Database database) throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, amount integer)",
        "INSERT INTO orders (amount) SELECT n FROM generate_series(1, 1000) n");
    project = TestProject.on(database, directory);
  }

  @Test
  void initWritesWhatIsMissingAndNamesTheBaseline() {
    String out = project.succeed("init");

    assertTrue(out.contains("version baseline"), out);
    assertTrue(Files.isRegularFile(project.file("phase.yaml")));
    assertTrue(Files.isDirectory(project.file("db/changes")));
  }

  @Test
  void initTwiceIsNoError() {
    project.succeed("init");

    String out = project.succeed("init");

    assertTrue(out.startsWith("Schema public is already initialised"), out);
  }

  @Test
  void newNumbersItsFilesAndLintAsksForAnOperation() throws Exception {
    project.succeed("init");
    Path first = Path.of(project.succeed("new", "add_note").strip());
    Path second = Path.of(project.succeed("new", "drop_note").strip());

    TestProject.Outcome lint = project.run("lint");

    assertEquals("0001_add_note.yaml", first.getFileName().toString());
    assertEquals("0002_drop_note.yaml", second.getFileName().toString());
    assertEquals(3, lint.code());
    assertTrue(lint.err().contains("0001_add_note.yaml:4"), lint.err());
    assertTrue(lint.err().contains("0002_drop_note.yaml:4"), lint.err());
  }

  @Test
  void advancePublishesAVersionAndRollbackRemovesIt(Database database) throws Exception {
    project.succeed("init");
    project.change("0001_cents", SPLIT);

    String advanced = project.succeed("advance", "--release", "2026.11");
    String amount = database.queryOne("SELECT amount FROM public_0001_cents.orders WHERE id = 150");
    String again = project.succeed("advance");
    String rolledBack = project.succeed("rollback");

    assertEquals(
        "Version 0001_cents is live. Give its applications the search_path"
            + " public_0001_cents,public.\n",
        advanced.lines().findFirst().orElseThrow() + "\n");
    assertEquals("1.50", amount);
    assertTrue(again.startsWith("Nothing to do"), again);
    assertTrue(rolledBack.startsWith("Version 0001_cents is rolled back."), rolledBack);
    assertEquals(
        "0",
        database.queryOne(
            "SELECT count(*) FROM pg_namespace WHERE nspname = 'public_0001_cents'"));
  }

  @Test
  void advanceTellsItsStepsOnStandardError() throws Exception {
    project.succeed("init");
    project.change("0001_cents", SPLIT);

    String err = project.run("advance").err();

    assertTrue(err.contains("Expand 0001_cents ("), err);
    assertTrue(err.contains("  Expand table orders ("), err);
    assertTrue(err.contains("Publish 0001_cents ("), err);
  }

  @Test
  void theTailIsRetiredRestoredAndContracted(Database database) throws Exception {
    project.succeed("init");
    project.change("0001_cents", SPLIT);
    project.succeed("advance");

    String retired = project.succeed("retire");
    String restored = project.succeed("restore");
    project.succeed("retire");
    String contracted = project.succeed("contract");

    assertTrue(retired.startsWith("Version baseline is retired."), retired);
    assertTrue(restored.startsWith("Version baseline is live again."), restored);
    assertTrue(contracted.startsWith("Version baseline is gone for good."), contracted);
    assertEquals("1.50", database.queryOne("SELECT amount FROM public.orders WHERE id = 150"));
  }

  @Test
  void waitReturnsOnceTheNewestVersionIsLive() throws Exception {
    project.succeed("init");
    project.change("0001_cents", SPLIT);
    project.succeed("advance");

    String out = project.succeed("wait", "--timeout", "5s");

    assertEquals("Version 0001_cents is live.\n", out);
  }

  @Test
  void statusShowsVersionsFromOldestToNewest() throws Exception {
    project.succeed("init");
    project.change("0001_cents", SPLIT);
    project.succeed("advance");

    String out = project.succeed("status");

    assertEquals(
        """
        Schema public has 2 versions, oldest first.

          VERSION     STATE  SCHEMA             CHANGES
          baseline    live   public             -
          0001_cents  live   public_0001_cents  0001_cents (live)
        """,
        out.substring(0, out.indexOf("(live)") + 7));
  }
}
