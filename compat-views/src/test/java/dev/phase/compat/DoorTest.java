package dev.phase.compat;

import static dev.phase.compat.Windows.collated;
import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static dev.phase.compat.Windows.withDefault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

@PostgresTest
class DoorTest {

  private static final String NOT_PUBLISHED =
      "ERROR: Version v1 is not published yet. Run `phase wait` before starting the application.";
  private static final String RETIRED =
      "ERROR: Version v1 was retired at 2026-01-02 03:04:05 UTC."
          + " Run `phase restore`, or deploy a newer release.";
  private static final String MASKED =
      "ERROR: Version v1 has no table item: It was renamed to product."
          + " Use this version's tables, or deploy an older release.";

  private final Database database;
  private final Running running;

  DoorTest(Database database) throws SQLException {
    this.database = database;
    this.running = new Running(database);
  }

  @BeforeEach
  void createTable() throws SQLException {
    database.run(
        "CREATE TABLE item (id integer PRIMARY KEY, \"Größe\" varchar(7),"
            + " code text COLLATE \"C\" DEFAULT 'c', at timestamp(3), tags text[])",
        "INSERT INTO item VALUES (1, 'x')");
  }

  private static Window window(VersionState... newest) {
    return new Windows(
            "public",
            "item",
            required(column("id", "integer")),
            column("Größe", "character varying(7)"),
            collated(withDefault(column("code", "text"), "'c'"), "\"C\""),
            column("at", "timestamp(3) without time zone"),
            column("tags", "text[]"))
        .rename("Größe", "select")
        .renameTable("product")
        .version("v1")
        .window(newest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM public_v1.product",
        "SELECT count(*) FROM public_v1.product",
        "SELECT EXISTS (SELECT FROM public_v1.product WHERE id = 1)",
        "SELECT i.id FROM public.item i LEFT JOIN public_v1.product p USING (id)",
        "INSERT INTO public_v1.product (id) VALUES (2)",
        "INSERT INTO public_v1.product DEFAULT VALUES RETURNING id",
        "UPDATE public_v1.product SET code = 'y'",
        "DELETE FROM public_v1.product"
      })
  void saysThatItsVersionIsNotPublished(String sql) throws SQLException {
    running.expand(window(VersionState.PREPARING));
    assertEquals(NOT_PUBLISHED, failure(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM public_v1.item",
        "INSERT INTO public_v1.item (id) VALUES (2)",
        "UPDATE public_v1.item SET code = 'y'",
        "DELETE FROM public_v1.item"
      })
  void masksWhatItsVersionRenamedAway(String sql) throws SQLException {
    running.expand(window());
    assertEquals(MASKED, failure(sql));
    assertEquals("x", database.queryOne("SELECT \"select\" FROM public_v1.product"));
  }

  @Test
  void staysTheSameObjectWhenItOpensAndCloses() throws SQLException {
    var preparing = window(VersionState.PREPARING);
    running.expand(preparing);
    String before = state();
    var views = running.views();
    running.run(views.open(window(), window().newest()));
    assertEquals(before, state());
    database.run("INSERT INTO public_v1.product (id, \"select\") VALUES (2, 'two')");
    assertEquals(List.of("x", "two"), database.strings("SELECT \"Größe\" FROM item ORDER BY id"));
    assertEquals("c", database.queryOne("SELECT code FROM public_v1.product WHERE id = 2"));
    var retired = window(VersionState.RETIRED);
    running.enter(retired, retired.newest());
    running.run(views.close(retired, retired.newest()));
    assertEquals(before, state());
    assertEquals(RETIRED, failure("TABLE public_v1.product"));
    assertEquals(RETIRED, failure("INSERT INTO public_v1.product (id) VALUES (3)"));
    running.run(views.open(window(), window().newest()));
    assertEquals("2", database.queryOne("SELECT count(*) FROM public_v1.product"));
  }

  private String state() throws SQLException {
    return database
        .rows(
            "SELECT c.oid, c.relacl, a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation"
                + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " WHERE c.oid = 'public_v1.product'::regclass AND attnum > 0 ORDER BY attnum")
        .toString();
  }

  @Test
  void namesItsVersion() throws SQLException {
    running.expand(window());
    assertEquals(
        List.of(List.of("v1", "public")), database.rows("TABLE public_v1.phase_version"));
  }

  @Test
  void isDroppedWhateverOfItIsThere() throws SQLException {
    var window = window();
    running.expand(window);
    database.run("DROP VIEW public_v1.product");
    running.run(running.views().dropDoor(window, window.newest()));
    running.run(running.views().dropDoor(window, window.newest()));
    assertEquals(
        "0", database.queryOne("SELECT count(*) FROM pg_namespace WHERE nspname = 'public_v1'"));
  }

  @Test
  void letsThoseInWhomTheBaseTableLetsIn() throws SQLException {
    String reader = database.createRole("reader");
    String stranger = database.createRole("stranger");
    database.run("GRANT SELECT ON item TO " + reader);
    running.expand(window());
    try (var connection = database.connectAs(reader);
        var statement = connection.createStatement()) {
      statement.execute("SELECT * FROM public_v1.product");
      assertThrows(SQLException.class, () -> statement.execute("DELETE FROM public_v1.product"));
    }
    try (var connection = database.connectAs(stranger);
        var statement = connection.createStatement()) {
      statement.execute("SELECT * FROM public_v1.phase_version");
      assertThrows(SQLException.class, () -> statement.execute("TABLE public_v1.product"));
    }
  }

  private String failure(String sql) {
    var e = assertThrows(SQLException.class, () -> database.run(sql));
    assertEquals("55000", e.getSQLState(), e.getMessage());
    return e.getMessage().split("\n")[0];
  }
}
