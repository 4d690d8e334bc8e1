package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that cannot be converted. */
@PostgresTest
class QuarantineTest {

  private static final SweepRequest REQUEST =
      request(
          new BatchSettings(100, Duration.ZERO, Duration.ZERO, 2),
          "t",
          fill("b", "int", "a::int"));

  private final Database database;
  private Bench bench;

  QuarantineTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  private void createTable(String id) throws SQLException {
    database.run(
        "CREATE TABLE t (" + id + ", a text, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 3000) AS i",
        "UPDATE t SET a = 'x' || id WHERE id IN (55, 1700, 3000)");
  }

  @ParameterizedTest
  @CsvSource({
    "id int PRIMARY KEY, id (55)",
    "id int, ctid ("
  })
  void convertsAllOthersAndNamesThem(String id, String name) throws SQLException {
    createTable(id);
    assertEquals(Outcome.QUARANTINED, bench.run(REQUEST));
    assertEquals("2997", bench.query("SELECT count(*) FROM t WHERE b::text = a"));
    assertEquals(3, bench.backfill().quarantined(ID));
    List<QuarantinedRow> rows = bench.backfill().quarantine(ID, 10);
    assertEquals(3, rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.rowName().startsWith(name)), rows.toString());
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.message().equals("invalid input syntax for type integer: \"x55\"")
                        && row.sqlState().equals("22P02")),
        rows.toString());
    assertEquals(RunState.QUARANTINED, bench.backfill().list().get(0).state());
  }

  @Test
  void convertsThemOnceTheyAreMended() throws SQLException {
    createTable("id int PRIMARY KEY");
    bench.run(REQUEST);
    database.run("UPDATE t SET a = id WHERE id < 2000");
    assertEquals(Outcome.QUARANTINED, bench.run(REQUEST));
    assertEquals("id (3000)", bench.backfill().quarantine(ID, 10).get(0).rowName());
    assertEquals(1, bench.backfill().quarantined(ID));
    database.run("UPDATE t SET a = id");
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertEquals("3000", bench.query("SELECT count(*) FROM t WHERE b::text = a"));
    assertEquals(List.of(), bench.backfill().quarantine(ID, 10));
  }

  @Test
  void endsWithoutThemWhereSomebodyAnswersForThat() throws SQLException {
    createTable("id int PRIMARY KEY");
    assertFalse(bench.controls().waive(ID));
    bench.run(REQUEST);
    assertTrue(bench.controls().waive(ID));
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertEquals(3, bench.backfill().quarantined(ID));
    assertEquals("ada@desk", bench.query("SELECT waived_by FROM phase.backfill_run"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a constraint  | ALTER TABLE t ADD CHECK (b <> 55)                          | 23514
          a function    | ALTER TABLE t ADD CHECK (refuse(b))                        | P0001
          """)
  void takesWhateverARowRaises(String what, String rule, String sqlState) throws SQLException {
    createTable("id int PRIMARY KEY");
    database.run(
        "UPDATE t SET a = id",
        """
        CREATE FUNCTION refuse(b int) RETURNS boolean LANGUAGE plpgsql AS '
        BEGIN
          IF b = 55 THEN RAISE ''not that one''; END IF;
          RETURN true;
        END'""",
        rule);
    assertEquals(Outcome.QUARANTINED, bench.run(REQUEST));
    assertEquals("2999", bench.query("SELECT count(b) FROM t"));
    assertEquals(sqlState, bench.backfill().quarantine(ID, 10).get(0).sqlState());
  }

  @Test
  void findsThemInPartitions() throws SQLException {
    database.run(
        "CREATE TABLE t (id int, a text, b int) PARTITION BY RANGE (id)",
        "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (300)",
        "CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (300) TO (5000)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i",
        "UPDATE t SET a = 'x' WHERE id IN (55, 700)");
    assertEquals(Outcome.QUARANTINED, bench.run(REQUEST));
    assertEquals("998", bench.query("SELECT count(b) FROM t"));
    assertEquals(2, bench.backfill().quarantined(ID));
  }

  @Test
  void givesUpWhereTooManyAreWrong() throws SQLException {
    createTable("id int PRIMARY KEY");
    database.run("UPDATE t SET a = 'x'");
    var e = assertThrows(BackfillException.class, () -> bench.run(REQUEST));
    assertEquals(Kind.SQL, e.kind());
    assertEquals(Optional.of("22P02"), e.sqlState());
    assertTrue(
        e.getMessage().startsWith("The backfill of public.t failed in the rows on pages "),
        e.getMessage());
    assertTrue(
        e.getMessage()
            .endsWith(
                " (SQLSTATE 22P02: invalid input syntax for type integer: \"x\"). Mend the row or"
                    + " the expression, then run `phase advance` again; it goes on from there."),
        e.getMessage());
    var run = bench.backfill().list().get(0);
    assertEquals(RunState.FAILED, run.state());
    assertEquals(Optional.of(e.getMessage()), run.reason());
  }
}
