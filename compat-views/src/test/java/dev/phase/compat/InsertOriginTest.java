package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.TableKey;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new row is of the version whose view it came through, whatever it holds and the session says. */
@PostgresTest
class InsertOriginTest {

  private final Database database;
  private final Running running;

  InsertOriginTest(Database database) throws SQLException {
    this.database = database;
    this.running = new Running(database);
  }

  /** Below v1, {@code c} may be NULL; in v2 it may again. */
  private static Window window(VersionState... newest) {
    return new Windows("public", "t", required(column("id", "integer")), column("c", "text"))
        .alter("c", column("c", "text"), "coalesce(c, 'none')", "nullif(c, 'none')")
        .version("v1")
        .alter("c", column("c", "text"), "c || '!'", "coalesce(rtrim(c, '!'), 'none')")
        .version("v2")
        .window(newest);
  }

  @BeforeEach
  void expand() throws SQLException {
    database.run("CREATE TABLE t (id integer PRIMARY KEY, c text)");
    running.expand(window());
  }

  private List<List<String>> seen() throws SQLException {
    return database.rows(
        "SELECT coalesce(t.c, '-'), coalesce(v1.c, '-'), coalesce(v2.c, '-')"
            + " FROM t JOIN public_v1.t v1 USING (id) JOIN public_v2.t v2 USING (id) ORDER BY id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SET search_path = pg_catalog", "SET search_path = public_v1, public",
          "SET search_path = public_v2", "SET phase.version = 'baseline'"})
  void isKnownForRowsOfNulls(String session) throws SQLException {
    database.run(
        session,
        "INSERT INTO public.t (id) VALUES (1)",
        "INSERT INTO public_v1.t (id) VALUES (2)",
        "INSERT INTO public_v2.t (id, c) VALUES (3, NULL), (4, DEFAULT)",
        "INSERT INTO public_v2.t SELECT 5");
    assertEquals(
        List.of(
            List.of("-", "none", "none!"),
            List.of("-", "-", "-"),
            List.of("-", "none", "-"),
            List.of("-", "none", "-"),
            List.of("-", "none", "-")),
        seen());
  }

  @Test
  void isKnownForWhatAnUpsertProposes() throws SQLException {
    database.run("INSERT INTO t VALUES (1, 'x')");
    for (int i = 1; i <= 2; i++) {
      database.run(
          "INSERT INTO public_v2.t (id, c) VALUES (%d, NULL)".formatted(i)
              + " ON CONFLICT (id) DO UPDATE SET c = EXCLUDED.c");
    }
    assertEquals(List.of(List.of("-", "none", "-"), List.of("-", "none", "-")), seen());
  }

  @Test
  void isKnownForMerge() throws SQLException {
    assumeTrue(database.majorVersion() >= 17);
    database.run(
        "MERGE INTO public_v2.t USING (VALUES (1)) AS n(id) ON t.id = n.id"
            + " WHEN NOT MATCHED THEN INSERT (id) VALUES (n.id)");
    assertEquals(List.of(List.of("-", "none", "-")), seen());
  }

  @Test
  void isNoPartOfAnyRow() throws SQLException {
    database.run("INSERT INTO public_v2.t VALUES (1, 'x')", "INSERT INTO t VALUES (2, 'y')");
    assertEquals("0", database.queryOne("SELECT count(\"~phase_origin\") FROM t"));
    assertEquals(List.of("1"), database.strings("INSERT INTO public_v2.t VALUES (3) RETURNING 1"));
    assertEquals(
        List.of("id", "c"),
        database.strings(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'public_v2.t'::regclass"
                + " AND attnum > 0 ORDER BY attnum"));
  }

  @Test
  void needsNoMoreRightsThanTheTableGives() throws SQLException {
    String writer = database.createRole("writer");
    String clerk = database.createRole("clerk");
    String stranger = database.createRole("stranger");
    database.run(
        "GRANT INSERT ON t TO " + writer,
        "GRANT INSERT (id) ON t TO " + clerk);
    running.run(running.views().dualWriteTrigger(window(), new TableKey("t")));
    running.run(running.views().close(window(), window().newest()));
    running.run(running.views().open(window(), window().newest()));
    String insert = "INSERT INTO public_v2.t (id) VALUES (%d)";
    as(writer, insert.formatted(1));
    if (database.majorVersion() >= 15) {
      as(clerk, insert.formatted(2));
    }
    assertThrows(SQLException.class, () -> as(stranger, insert.formatted(3)));
    assertThrows(
        SQLException.class,
        () -> as(stranger, "INSERT INTO phase.\"public_v2_t_origin\" (id) VALUES (4)"));
    assertThrows(
        SQLException.class, () -> as(stranger, "SELECT * FROM phase.\"public_v2_t_origin\""));
  }

  private void as(String role, String sql) throws SQLException {
    try (var connection = database.connectAs(role);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void isForgottenWhereNoRuleIsLeft() throws SQLException {
    TableKey t = new TableKey("t");
    running.run(running.views().dropDualWrite(window(), t));
    running.run(running.views().forgetOrigin(window(), t));
    running.run(running.views().dropOrigin(window(), t));
    running.run(running.views().dropOrigin(window(), t));
    database.run("INSERT INTO public_v2.t VALUES (1, 'x')");
    assertEquals(
        "0",
        database.queryOne(
            "SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_origin' AND relkind = 'v'"));
    running.run(running.views().dropDoor(window(), window().newest()));
  }
}
