package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operation {@code sql} and PostgreSQL's concurrent statements. */
@PostgresTest
final class SqlTest {

  private final Database database;
  private final Workshop workshop;

  SqlTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveAView() throws Exception {
    database.run(
        "CREATE TABLE t (id bigint)",
        "CREATE MATERIALIZED VIEW m AS SELECT id FROM t",
        "CREATE UNIQUE INDEX ON m (id)",
        "INSERT INTO t VALUES (1)");
  }

  @Test
  void whatPostgresAllowsInATransactionRunsInOne() throws Exception {
    workshop.advance(
        "0001_refresh",
        """
        operations:
          - sql: { expand: "REFRESH MATERIALIZED VIEW CONCURRENTLY m", undo: "" }
        """);

    assertEquals("1", database.queryOne("SELECT count(*) FROM m"));
  }

  @Test
  void aContractThatFailsTellsWhyAndHowToGoOn() throws Exception {
    workshop.advance(
        "0001_insert",
        """
        operations:
          - sql: { expand: "SELECT 1", undo: "", contract: "INSERT INTO t VALUES (1), (1)" }
        """);
    database.run("CREATE UNIQUE INDEX only_one ON t (id)");
    workshop.retire();

    PhaseException e = assertThrows(PhaseException.class, workshop::contract);

    assertTrue(
        e.getMessage()
            .contains(
                "\"only_one\" (Key (id)=(1) already exists). Mend the cause and run"
                    + " `phase contract` again; it goes on where it stopped."),
        e.getMessage());
    database.run("DROP INDEX only_one");
    workshop.contract();
    assertEquals(1, workshop.status().versions().size());
  }

  @Test
  void aConcurrentBuildInATransactionIsRefusedBeforeItStarts() {
    ChangesRejected refusal =
        assertThrows(
            ChangesRejected.class,
            () ->
                workshop.advance(
                    "0001_index",
                    """
                    operations:
                      - sql: { expand: "create unique index concurrently i ON t (id)", undo: "" }
                    """));

    assertTrue(refusal.getMessage().endsWith("Add `transaction: false`."), refusal.getMessage());
    assertEquals(1, workshop.status().versions().size());
  }
}
