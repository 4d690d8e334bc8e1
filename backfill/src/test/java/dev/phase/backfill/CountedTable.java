package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import java.sql.SQLException;

/** A table of 1,000 rows that counts how often each of them is written. */
final class CountedTable {

  static final SweepRequest REQUEST = request(100, "t", fill("b", "int", "a * 2"));

  private final Database database;
  private final Bench bench;

  CountedTable(Database database) throws SQLException {
    this.database = database;
    this.bench = Bench.of(database);
    database.run(
        // Of this size, 25 rows fill a page.
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, filler char(280) NOT NULL DEFAULT '')"
            + " WITH (autovacuum_enabled = off)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i",
        "CREATE TABLE audit (id int)",
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO audit VALUES (new.id); RETURN NULL; END'",
        "CREATE TRIGGER audit AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION audit()");
  }

  Bench bench() {
    return bench;
  }

  void run(String sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void assertConvertedOnce() throws SQLException {
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals("1000", bench.query("SELECT count(*) FROM audit"));
    assertEquals("1000", bench.query("SELECT count(DISTINCT id) FROM audit"));
  }

  static StopSignal stopAfter(int steps) {
    int[] asked = {0};
    return () -> asked[0]++ >= steps;
  }

  static void failAt(boolean now) {
    if (now) {
      throw new IllegalStateException("abandoned");
    }
  }
}
