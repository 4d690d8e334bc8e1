package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.fillNull;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, what is left, and what is found wrong. */
@PostgresTest
class ValuesTest {

  private final Database database;
  private Bench bench;

  ValuesTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          json          | '{"a": 1}'          | '{"a":1}'
          jsonb         | '1.0'               | '1.00'
          xml           | '<a/>'              | '<a></a>'
          point         | '(1,2)'             | '(2,1)'
          box           | '(0,0),(2,2)'       | '(0,0),(4,1)'
          numeric       | 1.0                 | 1.00
          text          | 'a'                 | 'A'
          varchar(3)    | 'a'                 | 'ä'
          float8        | 0                   | '-0'
          bytea         | ''                  | '\\x00'
          text[]        | '{a,NULL}'          | '{a,"NULL"}'
          tsvector      | 'a:1'               | 'a:2'
          int4range     | '[1,3)'             | '[1,4)'
          """)
  void tellsValuesOfAnyTypeApart(String type, String present, String wanted) throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, b " + type + ")",
        "INSERT INTO t SELECT i, " + present + " FROM generate_series(1, 10) AS i");
    assertEquals(Outcome.DONE, bench.run(request(4, "t", fill("b", type, wanted))));
    assertEquals("10", bench.query("SELECT rows_changed FROM phase.backfill_run"));
    assertEquals("0", bench.query("SELECT rows_mended FROM phase.backfill_run"));
    assertEquals(
        "10",
        bench.query(
            "SELECT count(*) FROM t WHERE b::text = (" + wanted + ")::" + type + "::text"));
  }

  @Test
  void tellsValuesApartThatTheirCollationTakesForEqual() throws SQLException {
    database.run(
        "CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
        "CREATE TABLE t (id int PRIMARY KEY, b text COLLATE loose)",
        "INSERT INTO t VALUES (1, 'role')");
    bench.run(request(4, "t", fill("b", "text", "'Role'")));
    assertEquals("Role", bench.query("SELECT b FROM t"));
  }

  @Test
  void leavesRowsThatAreRight() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i, CASE WHEN i % 10 > 0 THEN i END FROM generate_series(1, 100) i");
    String xids = "SELECT count(DISTINCT xmin::text) FROM t WHERE b IS NOT NULL AND id % 10 > 0";
    bench.run(request(7, "t", fill("b", "int", "a")));
    assertEquals("1", bench.query(xids));
    assertEquals("10", bench.query("SELECT rows_changed FROM phase.backfill_run"));
    assertEquals("100", bench.query("SELECT rows_total FROM phase.backfill_run"));
  }

  @Test
  void fillsOnlyWhatIsNullWhereTheValueIsVolatile() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, b uuid, c int)",
        "INSERT INTO t SELECT i, CASE WHEN i <= 10 THEN md5(i::text)::uuid END"
            + " FROM generate_series(1, 100) AS i");
    bench.run(
        request(9, "t", fillNull("b", "uuid", "gen_random_uuid()"), fill("c", "int", "id")));
    assertEquals("100", bench.query("SELECT count(DISTINCT b) FROM t"));
    assertEquals(
        "10", bench.query("SELECT count(*) FROM t WHERE b = md5(id::text)::uuid AND c = id"));
    assertEquals("100", bench.query("SELECT rows_changed FROM phase.backfill_run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void fillsInTheEndWhatIsNullStillWhereTheValueIsVolatile(String column) throws SQLException {
    database.run(
        "CREATE TABLE t (" + column + ", b uuid)",
        "INSERT INTO t SELECT generate_series(1, 100)");
    bench
        .backfill()
        .run(
            request(9, "t", fillNull("b", "uuid", "gen_random_uuid()")),
            p -> {
              if (p.stage() == Stage.CONVERT && p.rowsDone() == p.rowsTotal()) {
                run("UPDATE t SET b = NULL WHERE id % 10 = 8");
              }
            },
            StopSignal.never());
    assertEquals("100", bench.query("SELECT count(DISTINCT b) FROM t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void mendsWhatIsWrongAfterItWasConverted(String column) throws SQLException {
    database.run(
        "CREATE TABLE t (" + column + ", a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i");
    Outcome outcome =
        bench
            .backfill()
            .run(
                request(20, "t", fill("b", "int", "a")),
                p -> {
                  if (p.stage() == Stage.CONVERT && p.rowsDone() == p.rowsTotal()) {
                    run("UPDATE t SET b = 0 WHERE id % 10 = 8");
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b <> a"));
    assertEquals("2", bench.query("SELECT pass FROM phase.backfill_run"));
  }

  @ParameterizedTest
  @CsvSource({"id int PRIMARY KEY, id (", "id int, ctid ("})
  void givesUpOnAValueThatIsNeverTheSame(String column, String example) throws SQLException {
    database.run(
        "CREATE TABLE t (" + column + ", a int, b float)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i");
    var request = request(20, "t", fill("b", "float", "random()"));
    var e = assertThrows(BackfillException.class, () -> bench.run(request));
    assertEquals(Kind.MISMATCH, e.kind());
    assertTrue(
        e.problem().startsWith("Column b of public.t differs from its expression in "), e.problem());
    assertTrue(e.problem().contains(" rows, such as " + example), e.problem());
    assertTrue(e.problem().endsWith(", after 3 repairs."), e.problem());
    assertEquals(
        "Let the expression give the same value each time, find who writes another one, and run"
            + " `phase advance` again.",
        e.remedy());
  }

  @Test
  void refusesATableWhosePoliciesHideRows() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t VALUES (1, 1)",
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE t FORCE ROW LEVEL SECURITY");
    var e =
        assertThrows(
            BackfillException.class, () -> bench.run(request(20, "t", fill("b", "int", "a"))));
    assertEquals(Optional.of("42501"), e.sqlState());
  }

  private void run(String sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
