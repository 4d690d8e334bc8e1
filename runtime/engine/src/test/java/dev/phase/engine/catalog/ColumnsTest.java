package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.expression;
import static dev.phase.engine.catalog.Fixture.holds;
import static dev.phase.engine.catalog.Fixture.id;
import static dev.phase.engine.catalog.Fixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@PostgresTest
class ColumnsTest {

  @Test
  void everyPropertyIsRead(Database database) throws SQLException {
    database.run(
        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        """
        CREATE TABLE t (
          a bigint GENERATED ALWAYS AS IDENTITY,
          gone text,
          b numeric(10, 2) NOT NULL DEFAULT f(),
          c mood[] DEFAULT '{sad}',
          d text COLLATE "C",
          e serial,
          g integer GENERATED ALWAYS AS (1 + 1) STORED)
        """,
        "ALTER TABLE t DROP COLUMN gone",
        "COMMENT ON COLUMN t.b IS 'it''s b'");
    Table table = table(database, "t");
    assertEquals(id("t"), table.name());
    assertEquals(new TableKey("t"), table.key());
    assertEquals(0, table.touchedAt());
    assertEquals(
        List.of(
            column("a", "bigint", false, null, null, Column.Kind.IDENTITY, null),
            column("b", "numeric(10,2)", false, "public.f()", null, Column.Kind.PLAIN, "it's b"),
            column(
                "c", "public.mood[]", true, "'{sad}'::public.mood[]", null, Column.Kind.PLAIN, null),
            column("d", "text", true, null, "\"C\"", Column.Kind.PLAIN, null),
            column(
                "e",
                "integer",
                false,
                "nextval('public.t_e_seq'::regclass)",
                null,
                Column.Kind.PLAIN,
                null),
            column("g", "integer", true, null, null, Column.Kind.GENERATED, null)),
        table.columns());
  }

  @Test
  void aConstraintThatSomeRowsMayBreakDoesNotMakeAColumnNotNull(Database database)
      throws SQLException {
    assumeTrue(database.majorVersion() >= 18);
    database.run(
        "CREATE TABLE t (a integer, b integer CONSTRAINT named NOT NULL)",
        "ALTER TABLE t ADD CONSTRAINT promised NOT NULL a NOT VALID");
    Table table = table(database, "t");
    assertTrue(table.column(id("a")).nullable());
    assertFalse(table.column(id("b")).nullable());
    assertEquals(List.of("promised"), Fixture.constraintNames(table));
  }

  @Test
  void namesNeedNoCare(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA \"Order by 💶\"",
        "CREATE TABLE \"Order by 💶\".\"select\" (\"Größe \"\"x\"\"\" int UNIQUE, \"user\" int)",
        "CREATE INDEX \"I x\" ON \"Order by 💶\".\"select\" ((\"user\" + \"Größe \"\"x\"\"\"))");
    try (var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("Order by 💶"));
      Table table = catalog.table(id("select")).orElseThrow();
      assertEquals(
          List.of(id("Größe \"x\""), id("user")),
          table.columns().stream().map(Column::name).toList());
      assertTrue(table.indexes().get(0).definition().mentions(id("Größe \"x\"")));
      assertEquals(1, table.constraints().size());
      assertTrue(catalog.isTaken(id("I x")));
      assertEquals(Optional.of(id("select")), catalog.tableOfIndex(id("I x")));
      assertTrue(catalog.table(id("Select")).isEmpty());
    }
  }

  @Test
  void theSearchPathOfTheSessionIsNoMatter(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA other",
        "CREATE TYPE mood AS ENUM ('sad')",
        "CREATE TABLE t (a mood DEFAULT 'sad', CHECK (a > 'sad'))",
        "CREATE TABLE other.t (b integer)",
        "CREATE INDEX i ON t (a) WHERE a = 'sad'");
    Table usual = table(database, "t");
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path = public, other, pg_catalog");
      assertEquals(usual, new JdbcCatalog(connection, id("public")).table(id("t")).orElseThrow());
      statement.execute("SET search_path = other");
      var catalog = new JdbcCatalog(connection, id("public"));
      assertEquals(usual, catalog.table(id("t")).orElseThrow());
      assertEquals("public.mood", catalog.canonical(new SqlType("mood")).name());
      statement.execute("SET search_path = ''");
      assertEquals(usual, new JdbcCatalog(connection, id("public")).table(id("t")).orElseThrow());
      assertEquals(
          "public.mood",
          new JdbcCatalog(connection, id("public")).canonical(new SqlType("mood")).name());
    }
  }

  @Test
  void whatIsNoTableIsNotFound(Database database) throws SQLException {
    database.run("CREATE VIEW v AS SELECT 1 AS a", "CREATE SEQUENCE s");
    assertTrue(ask(database, c -> c.table(id("v"))).isEmpty());
    assertTrue(ask(database, c -> c.table(id("s"))).isEmpty());
    assertTrue(ask(database, c -> c.table(id("pg_class"))).isEmpty());
    assertTrue(holds(database, c -> c.isTaken(id("v"))));
    assertTrue(holds(database, c -> c.isTaken(id("s"))));
    assertFalse(holds(database, c -> c.isTaken(id("pg_class"))));
    assertTrue(ask(database, c -> c.tableOfIndex(id("v"))).isEmpty());
  }

  @Test
  void whatWasReadIsKeptUntilForgotten(Database database) throws SQLException {
    database.run("CREATE TABLE t (a integer)");
    try (var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("public"));
      Table before = catalog.table(id("t")).orElseThrow();
      database.run("ALTER TABLE t ADD COLUMN b integer");
      assertSame(before, catalog.table(id("t")).orElseThrow());
      catalog.forget();
      assertEquals(2, catalog.table(id("t")).orElseThrow().columns().size());
    }
  }

  private static Column column(
      String name,
      String type,
      boolean nullable,
      String defaultExpression,
      String collation,
      Column.Kind kind,
      String comment) {
    return new Column(
        Identifier.of(name),
        Identifier.of(name),
        new SqlType(type),
        nullable,
        Optional.ofNullable(defaultExpression).map(d -> expression(d)),
        Optional.ofNullable(collation),
        kind,
        Optional.ofNullable(comment));
  }
}
