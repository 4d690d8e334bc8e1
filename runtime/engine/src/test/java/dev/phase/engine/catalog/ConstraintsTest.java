package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.assertRefused;
import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.constraint;
import static dev.phase.engine.catalog.Fixture.expression;
import static dev.phase.engine.catalog.Fixture.id;
import static dev.phase.engine.catalog.Fixture.names;
import static dev.phase.engine.catalog.Fixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Check;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.ConstraintDefinition.Opaque;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@PostgresTest
class ConstraintsTest {

  @Test
  void checksAreReadAndRenamed(Database database) throws SQLException {
    database.run("CREATE TABLE t (a integer, b text, CONSTRAINT k CHECK (a > 0 OR b LIKE 'a;b%'))");
    Check check = (Check) constraint(database, "t", "k");
    assertEquals(Set.of(id("a"), id("b")), check.columns());
    assertEquals(expression("((a > 0) OR (b ~~ 'a;b%'::text))"), check.expression());
    Table table = table(database, "t");
    assertEquals(
        expression("((b > 0) OR (\"A b\" ~~ 'a;b%'::text))"),
        ask(
            database,
            c ->
                c.rename(
                    check.expression(),
                    table.columns(),
                    Map.of(id("a"), id("b"), id("b"), id("A b")))));
  }

  @Test
  void aRenamedColumnMayTakeTheNameOfOneThatTheCheckDoesNotMention(Database database)
      throws SQLException {
    List<Column> columns = List.of(Fixture.column("a", "text"), Fixture.column("b", "text"));
    assertEquals(
        expression("(b <> ''::text)"),
        ask(
            database,
            c -> c.rename(expression("a <> '' -- not empty"), columns, Map.of(id("a"), id("b")))));
  }

  @Test
  void aConditionThatPostgresqlRefusesIsRefusedInItsWords(Database database) {
    List<Column> columns = List.of(Fixture.column("a", "text"));
    assertRefused(
        "PostgreSQL refuses it at `=`: operator does not exist: text = integer (No operator matches"
            + " the given name and argument types; You might need to add explicit type casts).",
        () -> ask(database, c -> c.rename(expression("a = 1"), columns, Map.of())));
    assertRefused(
        "PostgreSQL refuses it at `b`: column \"b\" does not exist.",
        () -> ask(database, c -> c.rename(expression("b = 1"), columns, Map.of())));
  }

  @Test
  void keysAreRead(Database database) throws SQLException {
    database.run(
        """
        CREATE TABLE t (
          a integer, b integer, c integer,
          CONSTRAINT p PRIMARY KEY (b, a) INCLUDE (c),
          CONSTRAINT u UNIQUE (c, a) DEFERRABLE,
          CONSTRAINT d UNIQUE (b) DEFERRABLE INITIALLY DEFERRED)
        """);
    assertEquals(
        new Unique(
            true, List.of(id("b"), id("a")), List.of(id("c")), false, Deferral.NOT_DEFERRABLE),
        constraint(database, "t", "p"));
    assertEquals(
        new Unique(
            false, List.of(id("c"), id("a")), List.of(), false, Deferral.INITIALLY_IMMEDIATE),
        constraint(database, "t", "u"));
    assertEquals(
        new Unique(false, List.of(id("b")), List.of(), false, Deferral.INITIALLY_DEFERRED),
        constraint(database, "t", "d"));
    assertEquals(
        List.of(id("b"), id("a")),
        table(database, "t").primaryKey().stream().map(Column::name).toList());
  }

  @Test
  void nullsNotDistinctIsRead(Database database) throws SQLException {
    assumeTrue(database.majorVersion() >= 15);
    database.run("CREATE TABLE t (a integer, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a))");
    assertEquals(
        new Unique(false, List.of(id("a")), List.of(), true, Deferral.NOT_DEFERRABLE),
        constraint(database, "t", "u"));
  }

  @Test
  void foreignKeysAreRead(Database database) throws SQLException {
    database.run(
        "CREATE TABLE \"Target\" (x integer, y integer, UNIQUE (x, y), UNIQUE (x))",
        """
        CREATE TABLE t (
          a integer, b integer,
          CONSTRAINT f FOREIGN KEY (b, a) REFERENCES "Target" (x, y) MATCH FULL
            ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
          CONSTRAINT g FOREIGN KEY (a) REFERENCES "Target" (x) ON DELETE RESTRICT
            ON UPDATE SET DEFAULT)
        """);
    assertEquals(
        new ForeignKey(
            List.of(id("b"), id("a")),
            new TableKey("Target"),
            List.of(id("x"), id("y")),
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL,
            true,
            Deferral.INITIALLY_DEFERRED),
        constraint(database, "t", "f"));
    assertEquals(
        new ForeignKey(
            List.of(id("a")),
            new TableKey("Target"),
            List.of(id("x")),
            ReferentialAction.RESTRICT,
            ReferentialAction.SET_DEFAULT,
            false,
            Deferral.NOT_DEFERRABLE),
        constraint(database, "t", "g"));
  }

  @Test
  void whatCannotBeMadeAgainIsOpaque(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA other",
        "CREATE TABLE other.target (x integer PRIMARY KEY)",
        "CREATE TABLE target (x integer PRIMARY KEY)",
        "CREATE TABLE t (a integer, b integer, c text, r int4range)",
        "ALTER TABLE t ADD CONSTRAINT elsewhere FOREIGN KEY (a) REFERENCES other.target",
        "ALTER TABLE t ADD CONSTRAINT unproven CHECK (a > 0) NOT VALID",
        "ALTER TABLE t ADD CONSTRAINT unproven_key FOREIGN KEY (b) REFERENCES target NOT VALID",
        "ALTER TABLE t ADD CONSTRAINT not_inherited CHECK (b > 0) NO INHERIT",
        "ALTER TABLE t ADD CONSTRAINT whole CHECK (t IS NOT NULL)",
        "ALTER TABLE t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WHERE (a > 1)",
        "CREATE UNIQUE INDEX odd ON t (c text_pattern_ops)");
    assertOpaque("foreign key", Set.of("a"), constraint(database, "t", "elsewhere"));
    assertOpaque("check", Set.of("a"), constraint(database, "t", "unproven"));
    assertOpaque("foreign key", Set.of("b"), constraint(database, "t", "unproven_key"));
    assertOpaque("check", Set.of("b"), constraint(database, "t", "not_inherited"));
    assertOpaque("check", Set.of("a", "b", "c", "r"), constraint(database, "t", "whole"));
    assertOpaque("exclusion", Set.of("a", "r"), constraint(database, "t", "apart"));
    assertEquals(
        "CHECK ((a > 0)) NOT VALID",
        ((Opaque) constraint(database, "t", "unproven")).definition());
  }

  @Test
  void aUniqueConstraintWithAnUnusualIndexIsOpaqueButThePrimaryKeyNever(Database database)
      throws SQLException {
    database.run(
        "CREATE TABLE t (a integer, b text, c text, d text COLLATE \"C\", e integer)",
        "ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (a) WITH (fillfactor = 70)",
        "ALTER TABLE t ADD CONSTRAINT filled UNIQUE (b) WITH (fillfactor = 70)",
        "ALTER TABLE t ADD CONSTRAINT usual UNIQUE (d, c, e)");
    assertInstanceOf(Unique.class, constraint(database, "t", "p"));
    assertOpaque("unique", Set.of("b"), constraint(database, "t", "filled"));
    assertInstanceOf(Unique.class, constraint(database, "t", "usual"));
  }

  @Test
  void setNullOfSomeColumnsIsOpaque(Database database) throws SQLException {
    assumeTrue(database.majorVersion() >= 15);
    database.run(
        "CREATE TABLE target (x integer, y integer, PRIMARY KEY (x, y))",
        """
        CREATE TABLE t (a integer, b integer, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES target
          ON DELETE SET NULL (b))
        """);
    assertOpaque("foreign key", Set.of("a", "b"), constraint(database, "t", "f"));
  }

  @Test
  void whatIsNotEnforcedOrHasPeriodsIsOpaque(Database database) throws SQLException {
    assumeTrue(database.majorVersion() >= 18);
    database.run(
        "CREATE TABLE target (x integer PRIMARY KEY)",
        """
        CREATE TABLE t (
          a integer, r int4range, s int4range,
          CONSTRAINT f FOREIGN KEY (a) REFERENCES target NOT ENFORCED,
          CONSTRAINT k CHECK (a > 0) NOT ENFORCED,
          CONSTRAINT u UNIQUE (s, r WITHOUT OVERLAPS))
        """);
    assertOpaque("foreign key", Set.of("a"), constraint(database, "t", "f"));
    assertOpaque("check", Set.of("a"), constraint(database, "t", "k"));
    assertOpaque("unique", Set.of("r", "s"), constraint(database, "t", "u"));
  }

  private static void assertOpaque(
      String kind, Set<String> columns, ConstraintDefinition definition) {
    Opaque opaque = assertInstanceOf(Opaque.class, definition);
    assertEquals(kind, opaque.kind());
    assertEquals(columns, names(opaque.columns()));
  }
}
