package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.assertRefused;
import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.constraint;
import static dev.phase.engine.catalog.Fixture.expression;
import static dev.phase.engine.catalog.Fixture.id;
import static dev.phase.engine.catalog.Fixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition.Check;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.Renaming;
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
                    new Renaming(
                        table.columns(), Map.of(id("a"), id("b"), id("b"), id("A b"))))));
  }

  @Test
  void aRenamedColumnMayTakeTheNameOfOneThatTheCheckDoesNotMention(Database database)
      throws SQLException {
    List<Column> columns = List.of(Fixture.column("a", "text"), Fixture.column("b", "text"));
    assertEquals(
        expression("(b <> ''::text)"),
        ask(
            database,
            c ->
                c.rename(
                    expression("a <> '' -- not empty"),
                    new Renaming(columns, Map.of(id("a"), id("b"))))));
  }

  @Test
  void aConditionThatPostgresqlRefusesIsRefusedInItsWords(Database database) {
    List<Column> columns = List.of(Fixture.column("a", "text"));
    assertRefused(
        "PostgreSQL refuses it at `=`: operator does not exist: text = integer (No operator matches"
            + " the given name and argument types; You might need to add explicit type casts).",
        () -> ask(database, c -> c.rename(expression("a = 1"), Renaming.none(columns))));
    assertRefused(
        "PostgreSQL refuses it at `b`: column \"b\" does not exist.",
        () -> ask(database, c -> c.rename(expression("b = 1"), Renaming.none(columns))));
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
}
