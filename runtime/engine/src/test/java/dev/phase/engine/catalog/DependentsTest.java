package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.dependents;
import static dev.phase.engine.catalog.Fixture.id;
import static dev.phase.engine.catalog.Fixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.Dependent;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@PostgresTest
class DependentsTest {

  @Test
  void viewsAndRules(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA \"Other\"",
        "CREATE TABLE t (a integer, b integer, c integer)",
        "CREATE TABLE log (x integer)",
        "CREATE VIEW \"Other\".v AS SELECT a FROM t WHERE b > 0",
        "CREATE MATERIALIZED VIEW m AS SELECT c FROM t",
        "CREATE VIEW counting AS SELECT count(*) FROM t",
        "CREATE VIEW whole AS SELECT t AS r FROM t",
        "CREATE VIEW json AS SELECT to_json(t) AS j FROM t",
        "CREATE RULE r AS ON INSERT TO log DO ALSO UPDATE t SET a = NEW.x",
        "CREATE RULE own AS ON UPDATE TO t WHERE OLD.c > 1 DO ALSO INSERT INTO log VALUES (OLD.b)");
    Map<String, Set<String>> dependents = dependents(table(database, "t"));
    assertEquals(Set.of("a", "b"), dependents.get("view Other.v"));
    assertEquals(Set.of("c"), dependents.get("materialized view public.m"));
    assertEquals(Set.of(), dependents.get("view public.counting"));
    assertEquals(Set.of("a", "b", "c"), dependents.get("view of whole rows public.json"));
    assertEquals(Set.of("a", "b", "c"), dependents.get("view of whole rows public.whole"));
    assertEquals(Set.of("a"), dependents.get("rule r on public.log"));
    assertEquals(Set.of("b", "c"), dependents.get("rule own on public.t"));
  }

  @Test
  void whatUsesAViewUsesItsColumns(Database database) throws SQLException {
    database.run(
        "CREATE TABLE t (a integer, b integer)",
        "CREATE VIEW v AS SELECT a, 1 AS one FROM t",
        "CREATE VIEW w AS SELECT v FROM v",
        "CREATE VIEW other AS SELECT b FROM t",
        "CREATE MATERIALIZED VIEW m AS SELECT one FROM v",
        "CREATE FUNCTION f(w) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE z (r v)",
        "CREATE POLICY p ON t USING (EXISTS (SELECT FROM v))");
    Set<String> a = Set.of("a");
    assertEquals(
        Map.of(
            "view public.v", a,
            "view public.w", a,
            "view public.other", Set.of("b"),
            "materialized view public.m", a,
            "function public.f(public.w)", a,
            "column public.w.v", a,
            "column public.z.r", a,
            "policy that reads a view p", a),
        dependents(table(database, "t")));
  }

  @Test
  void ownViewsAreNoObstacle(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA public_2",
        "CREATE SCHEMA phase",
        "CREATE TABLE t (a integer)",
        "CREATE VIEW public_2.t AS SELECT a, t AS r FROM t",
        "CREATE FUNCTION phase.f(t) RETURNS integer LANGUAGE sql RETURN 1",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        """
        CREATE TRIGGER "~phase_dual_write_update" BEFORE UPDATE OF a ON t FOR EACH ROW
        WHEN (NEW.a > 0) EXECUTE FUNCTION touch()
        """);
    try (var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("public"), Set.of(id("public_2")));
      assertEquals(Map.of(), dependents(catalog.table(id("t")).orElseThrow()));
    }
    assertTrue(dependents(table(database, "t")).containsKey("view of whole rows public_2.t"));
  }

  @Test
  void objectsOfTheTable(Database database) throws SQLException {
    database.run(
        """
        CREATE TABLE t (
          a integer, b serial, c integer,
          g integer GENERATED ALWAYS AS (a + 1) STORED)
        """,
        "CREATE TABLE other (x integer)",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER of_a BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION touch()",
        """
        CREATE TRIGGER with_c BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.c > 0)
        EXECUTE FUNCTION touch()
        """,
        """
        CREATE TRIGGER after_c AFTER INSERT ON t FOR EACH ROW WHEN (NEW.c > 0)
        EXECUTE FUNCTION touch()
        """,
        """
        CREATE TRIGGER plain AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
        EXECUTE FUNCTION touch()
        """,
        "CREATE POLICY mine ON t USING (c > 0)",
        "CREATE POLICY nothing ON t USING (true)",
        "CREATE POLICY theirs ON other USING (x IN (SELECT a FROM t))",
        "CREATE STATISTICS st ON a, c FROM t");
    assertEquals(
        Map.of(
            "generated column g", Set.of("a"),
            "sequence public.t_b_seq", Set.of("b"),
            "trigger of_a", Set.of("a"),
            "trigger with_c", Set.of("c"),
            "AFTER trigger after_c", Set.of("c"),
            "policy mine", Set.of("c"),
            "policy of another table theirs on public.other", Set.of("a"),
            "statistics object public.st", Set.of("a", "c")),
        dependents(table(database, "t")));
  }

  @Test
  void keysThatPointHere(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA other",
        "CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE, c integer, up integer)",
        "ALTER TABLE t ADD CONSTRAINT self FOREIGN KEY (up) REFERENCES t",
        "CREATE TABLE other.child (x integer CONSTRAINT far REFERENCES t (b))");
    var table = table(database, "t");
    assertEquals(
        Map.of("foreign key public.t.self", Set.of("a"), "foreign key other.child.far", Set.of("b")),
        dependents(table));
    assertTrue(table.dependents().stream().allMatch(Dependent::isForeignKey));
  }

  @Test
  void functionsAndTypes(Database database) throws SQLException {
    database.run(
        "CREATE TABLE t (a integer, b integer)",
        "CREATE FUNCTION reads() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a FROM t; END",
        "CREATE FUNCTION bound(t) RETURNS integer LANGUAGE sql RETURN ($1).b",
        "CREATE FUNCTION text(t) RETURNS integer LANGUAGE sql AS 'SELECT $1.b'",
        "CREATE TABLE other (\"R\" t, l t[])",
        "CREATE DOMAIN d AS t");
    Set<String> all = Set.of("a", "b");
    assertEquals(
        Map.of(
            "function public.reads()", Set.of("a"),
            "function public.bound(public.t)", all,
            "function public.text(public.t)", Set.of(),
            "column public.other.R", all,
            "column public.other.l", all,
            "domain public.d", all),
        dependents(table(database, "t")));
  }

  @Test
  void publicationsThatNameColumns(Database database) throws SQLException {
    assumeTrue(database.majorVersion() >= 15);
    database.run("CREATE TABLE t (a integer PRIMARY KEY, b integer, c integer)");
    try (var connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute("CREATE PUBLICATION p FOR TABLE public.t (a, b) WHERE (c > 0)");
    }
    assertEquals(Map.of("publication p", Set.of("a", "b", "c")), dependents(table(database, "t")));
  }

  @Test
  void whatTheTableIs(Database database) throws SQLException {
    database.run(
        "CREATE TABLE p (a integer, b integer) PARTITION BY RANGE (a)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2)",
        "CREATE TABLE parent (a integer)",
        "CREATE TABLE child (b integer) INHERITS (parent)",
        "CREATE UNLOGGED TABLE u (a integer)",
        "CREATE TYPE row_type AS (a integer)",
        "CREATE TABLE typed OF row_type");
    Set<String> all = Set.of("a", "b");
    assertEquals(
        Map.of("partition key RANGE (a)", Set.of("a"), "partition public.p1", Set.of()),
        dependents(table(database, "p")));
    assertEquals(Map.of("partitioned table public.p", all), dependents(table(database, "p1")));
    Set<String> a = Set.of("a");
    assertEquals(Map.of("child table public.child", Set.of()), dependents(table(database, "parent")));
    assertEquals(Map.of("parent table public.parent", a), dependents(table(database, "child")));
    assertEquals(Map.of("unlogged table public.u", Set.of()), dependents(table(database, "u")));
    assertEquals(
        Map.of("type of the table public.row_type", a), dependents(table(database, "typed")));
  }

  @Test
  void rowLevelSecurityIsAnObstacleWhereViewsDoNotRespectIt(Database database)
      throws SQLException {
    database.run("CREATE TABLE t (a integer)", "ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    assertEquals(
        database.majorVersion() < 15
            ? Map.of("row-level security public.t", Set.of("a"))
            : Map.of(),
        dependents(table(database, "t")));
  }

  @Test
  void whatAColumnHasThatAShadowWouldLack(Database database) throws SQLException {
    String reader = database.createRole("reader");
    database.run(
        "CREATE TABLE t (a integer NOT NULL, b text, c text, d integer)",
        "CREATE UNIQUE INDEX i ON t (a)",
        "ALTER TABLE t REPLICA IDENTITY USING INDEX i",
        "GRANT SELECT (b, c) ON t TO \"%s\"".formatted(reader),
        "ALTER TABLE t ALTER COLUMN d SET STATISTICS 500",
        "ALTER TABLE t ALTER COLUMN d SET (n_distinct = 5)",
        "ALTER TABLE t ALTER COLUMN c SET STORAGE EXTERNAL");
    assertEquals(
        Map.of(
            "replica identity i", Set.of("a"),
            "column privilege SELECT of " + reader, Set.of("b", "c"),
            "column setting STATISTICS", Set.of("d"),
            "column setting n_distinct=5", Set.of("d"),
            "column setting STORAGE", Set.of("c")),
        dependents(table(database, "t")));
  }
}
