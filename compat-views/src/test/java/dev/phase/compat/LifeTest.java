package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.schema.TableKey;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import dev.phase.window.VersionState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A version on its way through its states, and what users have on the table too. */
@PostgresTest
class LifeTest {

  private static final TableKey T = new TableKey("t");

  private final Database database;
  private final Running running;

  LifeTest(Database database) throws SQLException {
    this.database = database;
    this.running = new Running(database);
  }

  private static Windows lower() {
    return new Windows("public", "t", required(column("id", "integer")), column("a", "text"))
        .alter("a", column("b", "text"), "lower(a)", "upper(b)")
        .version("v1");
  }

  private List<String> rows() throws SQLException {
    return database.strings("SELECT a || ':' || COALESCE(_p_1_b, '-') FROM t ORDER BY id");
  }

  @Test
  void derivesTheNewSideWhileItIsPreparedAndSparesTheBackfill() throws SQLException {
    database.run("CREATE TABLE t (id integer PRIMARY KEY, a text)", "INSERT INTO t VALUES (1, 'A')");
    running.expand(lower().window(VersionState.PREPARING));
    database.run("INSERT INTO t VALUES (2, 'B'), (3, 'C')", "UPDATE t SET a = 'D' WHERE id = 3");
    assertEquals(List.of("A:-", "B:b", "D:d"), rows());
    database.run("SET phase.backfill = on", "UPDATE t SET _p_1_b = 'filled' WHERE id = 1");
    assertEquals(List.of("A:filled", "B:b", "D:d"), rows());
  }

  @Test
  void goesLiveByItsFunctionAloneAndStaysInStepWhenRetired() throws SQLException {
    database.run("CREATE TABLE t (id integer PRIMARY KEY, a text)");
    var preparing = lower().window(VersionState.PREPARING);
    running.expand(preparing);
    for (VersionState state : List.of(VersionState.LIVE, VersionState.RETIRED)) {
      var window = lower().window(state);
      running.run(running.views().dualWriteFunction(window, T));
      running.run(running.views().open(window, window.newest()));
      database.run("TRUNCATE t", "INSERT INTO public_v1.t VALUES (1, 'x')",
          "UPDATE public_v1.t SET b = 'mixed Case'");
      assertEquals(List.of("MIXED CASE:mixed Case"), rows());
    }
    running.run(running.views().dropDualWrite(preparing, T));
    running.run(running.views().dropDualWrite(preparing, T));
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_trigger"));
  }

  @Test
  void seesWhatUserTriggersChangeOnAnyUpdate() throws SQLException {
    database.run(
        "CREATE TABLE t (id integer PRIMARY KEY, a text, n integer)",
        "CREATE FUNCTION tick() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN NEW.a := NEW.a || ''!''; RETURN NEW; END'",
        "CREATE TRIGGER zzz BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tick()");
    running.expand(lower().window());
    database.run("INSERT INTO t VALUES (1, 'A', 0)", "UPDATE t SET n = 1");
    assertEquals(List.of("A!!:a!!"), rows());
    database.run("UPDATE public_v1.t SET b = 'Bee'");
    assertEquals(List.of("BEE:Bee"), rows());
    database.run("SET phase.version = 'baseline'", "UPDATE t SET a = 'C', _p_1_b = 'Bad'");
    assertEquals(List.of("C!:c!"), rows());
  }

  @Test
  void keepsALossyRowThatMovesToAnotherPartition() throws SQLException {
    database.run(
        "CREATE TABLE t (id integer, a text) PARTITION BY LIST (id)",
        "CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)",
        "CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)");
    running.expand(lower().window());
    database.run("INSERT INTO t VALUES (1, 'Mixed')", "UPDATE t SET id = 2");
    assertEquals(List.of("Mixed:mixed"), rows());
    database.run("UPDATE public_v1.t SET b = 'Mixed', id = 1", "UPDATE public_v1.t SET id = 2");
    assertEquals(List.of("MIXED:Mixed"), rows());
  }

  @Test
  void convertsInOneDirectionOnly() throws SQLException {
    database.run("CREATE TABLE t (id integer PRIMARY KEY, a text, gone text)");
    running.expand(
        new Windows("public", "t", required(column("id", "integer")), column("a", "text"),
                column("gone", "text"))
            .replace(List.of(), List.of(column("b", "text")), Map.of("b", "a || '+'"), Map.of())
            .replace(List.of("gone"), List.of(), Map.of(), Map.of("gone", "a || '-'"))
            .version("v1")
            .window());
    database.run("INSERT INTO t VALUES (1, 'x', 'mine'), (2, 'y', 'mine')",
        "UPDATE public_v1.t SET b = 'own' WHERE id = 2", "UPDATE t SET a = a || 'z'",
        "SET search_path = public_v1", "INSERT INTO t VALUES (3, 'n', 'b')",
        "INSERT INTO t VALUES (4, 'n')", "UPDATE t SET a = 'w' WHERE id = 1");
    assertEquals(
        List.of("1:w:xz+:w-", "2:yz:own:mine", "3:n:b:n-", "4:n:-:n-"),
        database.strings("SELECT concat_ws(':', id, a, COALESCE(_p_1_b, '-'), gone) FROM t ORDER BY id"));
  }

  @Test
  void convertsTypesWithoutEquality() throws SQLException {
    database.run("CREATE TABLE t (id integer PRIMARY KEY, a point, x xml)");
    running.expand(
        new Windows("public", "t", required(column("id", "integer")), column("a", "point"),
                column("x", "xml"))
            .alter("a", column("b", "numeric"), "(a[0])::numeric", "point(b::float8, 0)")
            .alter("x", column("y", "text"), "x::text", "y::xml")
            .version("v1")
            .window());
    database.run("INSERT INTO t VALUES (1, '(1,2)', '<a/>')",
        "UPDATE public_v1.t SET y = '<b></b>', b = 1.00", "UPDATE t SET a = '(7,7)'");
    assertEquals(List.of(List.of("(7,7)", "<b></b>", "7")),
        database.rows("SELECT t.a, t.x, v.b FROM t JOIN public_v1.t v USING (id)"));
  }
}
