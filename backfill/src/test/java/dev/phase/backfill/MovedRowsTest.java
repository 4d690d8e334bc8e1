package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.fillNull;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.plan.Fill;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rows without a key that an application moves, by updating another column, to pages that the
 * backfill has behind it: once while it converts, and again while it verifies.
 */
@PostgresTest
class MovedRowsTest {

  private static final int ROW = 900;

  private final Database database;
  private Bench bench;

  MovedRowsTest(Database database) {
    this.database = database;
  }

  /** Each page is half full, so that rows stay in it while they are converted. */
  @BeforeEach
  void createTable() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (id int, a text, b int, filler text)"
            + " WITH (autovacuum_enabled = off, fillfactor = 50)",
        "ALTER TABLE t ALTER filler SET STORAGE PLAIN",
        "INSERT INTO t SELECT i, i, NULL, repeat('x', 280) FROM generate_series(1, 1000) AS i",
        "ALTER TABLE t SET (fillfactor = 100)");
  }

  @Test
  void areConvertedAllTheSame() throws SQLException {
    assertEquals(Outcome.DONE, runWhileMoving(fill("b", "int", "a::int")));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a::int"));
  }

  @Test
  void areFilledAllTheSame() throws SQLException {
    assertEquals(Outcome.DONE, runWhileMoving(fillNull("b", "int", "(random() * 100)::int")));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS NULL"));
  }

  @Test
  void areQuarantinedAllTheSame() throws SQLException {
    database.run("UPDATE t SET a = 'x' WHERE id = " + ROW);
    assertEquals(Outcome.QUARANTINED, runWhileMoving(fill("b", "int", "a::int")));
    assertEquals(1, bench.backfill().quarantined(Bench.ID));
  }

  /** The row is moved to page 20, far behind the conversion, and then to page 1. */
  private Outcome runWhileMoving(Fill fill) {
    boolean[] moved = {false, false};
    Outcome outcome =
        bench
            .backfill()
            .run(
                request(100, "t", fill),
                progress -> {
                  if (!moved[0] && progress.rowsDone() >= 400) {
                    moved[0] = true;
                    empty(20);
                    update(5_000);
                    assertEquals("20", page());
                    empty(1);
                  } else if (!moved[1] && progress.stage() == Stage.VERIFY) {
                    moved[1] = true;
                    assertEquals("20", page());
                    update(5_010);
                    assertEquals("1", page());
                  }
                },
                StopSignal.never());
    assertTrue(moved[1]);
    return outcome;
  }

  private void empty(int page) {
    run(
        "DELETE FROM t WHERE ctid >= '(" + page + ",0)' AND ctid < '(" + (page + 1) + ",0)'",
        "VACUUM (TRUNCATE off) t");
  }

  private void update(int length) {
    run("UPDATE t SET filler = repeat('y', " + length + ") WHERE id = " + ROW);
  }

  private String page() {
    try {
      return database.queryOne("SELECT (ctid::text::point)[0]::int FROM t WHERE id = " + ROW);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String... sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
