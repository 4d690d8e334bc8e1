package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operation {@code sql} and PostgreSQL's concurrent statements. */
@PostgresTest
final class SqlTest {

  private static final String WAITERS =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 't'::regclass";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create unique index concurrently i ON t (id)",
        "CREATE /* for the report */ INDEX CONCURRENTLY i ON t (id)",
        "/* /* now */ */ DROP INDEX CONCURRENTLY m_id_idx",
        "REINDEX (VERBOSE) TABLE CONCURRENTLY t",
        "REINDEX (CONCURRENTLY) TABLE t",
        "ALTER TABLE t DETACH PARTITION a CONCURRENTLY;"
      })
  void whatPostgresRefusesInATransactionIsRefusedBeforeItStarts(String sql) {
    ChangesRejected refusal =
        assertThrows(
            ChangesRejected.class,
            () ->
                workshop.advance(
                    "0001_index",
                    "operations: [ { sql: { expand: '%s', undo: '' } } ]".formatted(sql)));

    assertTrue(refusal.getMessage().endsWith("Add `transaction: false`."), refusal.getMessage());
    assertEquals(1, workshop.status().versions().size());
  }

  @Test
  @Timeout(60)
  void aNameDoesNotMakeAStatementConcurrent() throws Exception {
    workshop.change(
        "0001_note",
        """
        operations:
          - sql:
              expand: ALTER TABLE t ADD COLUMN IF NOT EXISTS "CONCURRENTLY" text -- concurrently
              undo: ""
              transaction: false
        """);
    try (Connection report = database.connect();
        Connection application = database.connect()) {
      report.setAutoCommit(false);
      report.createStatement().execute("SELECT FROM t");
      CompletableFuture<PhaseException> advance =
          CompletableFuture.supplyAsync(() -> assertThrows(PhaseException.class, this::advance));
      while (!advance.isDone() && database.queryOne(WAITERS).equals("0")) {
        TimeUnit.MILLISECONDS.sleep(5);
      }

      application.createStatement().execute("SET lock_timeout = '2s'");
      application.createStatement().execute("SELECT FROM t");

      assertEquals(ExitCode.LOCKED, advance.get().exitCode());
      report.rollback();
    }
  }

  private void advance() {
    workshop.run(
        Map.of("lock-timeout", "200ms", "lock-budget", "5s"),
        Listener.NONE,
        engine -> engine.advance(workshop.files(), Workshop.RELEASE));
  }
}
