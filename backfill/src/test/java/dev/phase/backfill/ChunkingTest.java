package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
class ChunkingTest {

  private static final String BY_PAGE = "pages of";

  private final Database database;
  private Bench bench;

  ChunkingTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          bigint                       @ i * 1000003
          int                          @ 500 - i
          smallint                     @ i - 500
          numeric                      @ i / 7.0
          text                         @ md5(i::text)
          text COLLATE "C"             @ chr(64 + i % 26) || ' \\ '' ? :x ' || i
          varchar(20)                  @ 'é' || i
          char(8)                      @ 'a ' || i
          bpchar                       @ 'ab ' || i
          date                         @ date '2020-02-29' - i
          timestamptz                  @ timestamptz '2020-10-25 00:00+02' + i * interval '17 min'
          timestamp                    @ timestamp '2020-10-25' + i * interval '1 us'
          interval                     @ i * interval '1 month 7 hours'
          double precision             @ sqrt(i)
          bytea                        @ decode(md5(i::text), 'hex')
          int[]                        @ ARRAY[i % 7, i]
          inet                         @ inet '10.0.0.0' + i
          int4range                    @ int4range(i, i + 3)
          jsonb                        @ jsonb_build_object('k', i)
          """)
  void followsAKeyOfAnyType(String type, String value) throws SQLException {
    database.run(
        "CREATE TABLE t (id " + type + " PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT " + value + ", i FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", "id");
  }

  @Test
  void doesNotFollowAKeyThatIsScattered() throws SQLException {
    database.run(
        "CREATE TABLE t (id uuid PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT md5(i::text)::uuid, i FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", BY_PAGE);
  }

  @Test
  void followsKeysOfDomainsAndEnums() throws SQLException {
    database.run(
        "CREATE DOMAIN \"Code\" AS text COLLATE \"C\"",
        "CREATE DOMAIN outer_code AS \"Code\" CHECK (VALUE <> '')",
        "CREATE TYPE \"Size\" AS ENUM ('small', 'big', 'Huge')",
        "CREATE TABLE t (size \"Size\", code outer_code, a int, b int, PRIMARY KEY (size, code))",
        "INSERT INTO t SELECT (enum_range(NULL::\"Size\"))[1 + i % 3], 'c' || i, i"
            + " FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", "\"size\" \"Size\", \"code\" text");
  }

  @Test
  void followsACompositeKey() throws SQLException {
    database.run(
        "CREATE TABLE t (tenant int, n bigint, name text, a int, b int,"
            + " PRIMARY KEY (tenant, name, n))",
        "INSERT INTO t SELECT i % 3, -i, 'n' || i % 7, i FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", "\"tenant\" integer, \"name\" text, \"n\" bigint");
  }

  @Test
  void readsACompositeKeyByItsIndex() throws SQLException {
    database.run(
        "CREATE TABLE t (tenant int, n int, a int, b int, PRIMARY KEY (tenant, n))",
        "INSERT INTO t SELECT 1, i, i FROM generate_series(1, 20000) AS i",
        "ANALYZE t");
    String scans = "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 't'";
    long before = Long.parseLong(bench.query(scans));
    bench.run(request(200, "t", fill("b", "int", "a")));
    // One scan counts the rows of a small table; the hundred batches have none.
    assertTrue(Long.parseLong(bench.query(scans)) - before <= 1);
  }

  @Test
  void quotesEveryName() throws SQLException {
    String table = "Ünï \"quoted\" table; 100%s ? :x";
    String quoted = '"' + table.replace("\"", "\"\"") + '"';
    database.run(
        "CREATE TABLE " + quoted + " (k1 int, \"Select\" int, \"n? :a\" text, a int, b int,"
            + " PRIMARY KEY (\"Select\", k1, \"n? :a\"))",
        "INSERT INTO " + quoted + " SELECT i, i % 5, 'x', i FROM generate_series(1, 100) AS i");
    bench.run(request(7, table, fill("b", "int", "a + coalesce((jsonb '{}' ? 'x')::int, 1)")));
    assertEquals("0", bench.query("SELECT count(*) FROM " + quoted + " WHERE b <> a"));
  }

  @Test
  void followsAUniqueIndexWhereThereIsNoPrimaryKey() throws SQLException {
    database.run(
        "CREATE TABLE t (id int, code text NOT NULL UNIQUE, a int, b int)",
        "INSERT INTO t SELECT i, 'c' || i, i FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", "\"code\" text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no key at all                  | SELECT
          key column may be null         | CREATE UNIQUE INDEX ON t (nullable)
          partial                        | CREATE UNIQUE INDEX ON t (id) WHERE id > 10
          expression                     | CREATE UNIQUE INDEX ON t ((id + 1))
          descending                     | CREATE UNIQUE INDEX ON t (id DESC)
          other collation                | CREATE UNIQUE INDEX ON t (code COLLATE "C")
          other operators                | CREATE UNIQUE INDEX ON t (code text_pattern_ops)
          not unique                     | CREATE INDEX ON t (id)
          """)
  void followsThePagesWhereNoIndexWillDo(String why, String index) throws SQLException {
    database.run(
        "CREATE TABLE t (id int NOT NULL, nullable int, code text NOT NULL, a int, b int)",
        "INSERT INTO t SELECT i, i, 'c' || i, i FROM generate_series(1, 2000) AS i",
        index);
    convertsEachRowOnce("t", BY_PAGE);
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY KEY (id), id", "CHECK (id > 0), pages of"})
  void goesThroughPartitions(String constraint, String chunking) throws SQLException {
    database.run(
        "CREATE TABLE t (id int, a int, b int, " + constraint + ") PARTITION BY RANGE (id)",
        "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (300)",
        "CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (300) TO (5000)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i");
    convertsEachRowOnce("t", chunking);
  }

  @Test
  void cutsSparseKeysIntoFullBatches() throws SQLException {
    database.run(
        "CREATE TABLE t (id bigint PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT (i ^ 6)::bigint, i FROM generate_series(1, 1000) AS i");
    List<Long> done = new ArrayList<>();
    bench
        .backfill()
        .run(
            request(250, "t", fill("b", "int", "a")),
            p -> {
              if (p.stage() == Stage.VERIFY) {
                done.add(p.rowsDone());
              }
            },
            StopSignal.never());
    assertEquals(List.of(250L, 500L, 750L, 1000L), done);
  }

  @Test
  void beginsAgainWhenThePagesWereRewritten() throws SQLException {
    database.run(
        "CREATE TABLE t (a int, b int) WITH (autovacuum_enabled = off)",
        "INSERT INTO t SELECT i FROM generate_series(1, 20000) AS i");
    boolean[] rewritten = {false};
    bench
        .backfill()
        .run(
            request(2000, "t", fill("b", "int", "a")),
            p -> {
              if (!rewritten[0] && p.rowsDone() > 8000) {
                rewritten[0] = true;
                run("DELETE FROM t WHERE a <= 3000", "VACUUM FULL t");
              }
            },
            StopSignal.never());
    assertTrue(rewritten[0]);
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a"));
    assertEquals(
        "0", bench.query("SELECT rows_mended FROM phase.backfill_run"), "mended rather than swept");
  }

  @Test
  void provesAgainWhenThePagesWereRewritten() throws SQLException {
    database.run(
        "CREATE TABLE t (a int, b int) WITH (autovacuum_enabled = off)",
        "CREATE INDEX t_a ON t (a DESC)",
        "INSERT INTO t SELECT i FROM generate_series(1, 20000) AS i");
    boolean[] rewritten = {false};
    bench
        .backfill()
        .run(
            request(2000, "t", fill("b", "int", "a")),
            p -> {
              if (p.stage() == Stage.CONVERT && p.rowsDone() == 20000) {
                run("UPDATE t SET b = -1 WHERE a = 19999");
              } else if (!rewritten[0] && p.stage() == Stage.VERIFY) {
                rewritten[0] = true;
                run("CLUSTER t USING t_a");
              }
            },
            StopSignal.never());
    assertTrue(rewritten[0]);
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a"));
  }

  private void convertsEachRowOnce(String table, String chunking) throws SQLException {
    database.run(
        "CREATE TABLE audit (a int)",
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO audit VALUES (new.a); RETURN NULL; END'",
        "CREATE TRIGGER audit AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION audit()");
    assertEquals(Outcome.DONE, bench.run(request(90, table, fill("b", "int", "a * 2"))));
    String rows = bench.query("SELECT count(*) FROM " + table);
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals(rows, bench.query("SELECT count(*) FROM audit"));
    assertEquals(rows, bench.query("SELECT count(DISTINCT a) FROM audit"));
    String used = bench.query("SELECT chunking FROM phase.backfill_run");
    assertTrue(used.contains(chunking), used);
    assertEquals(rows, bench.query("SELECT rows_total FROM phase.backfill_run"));
  }

  private void run(String... sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
