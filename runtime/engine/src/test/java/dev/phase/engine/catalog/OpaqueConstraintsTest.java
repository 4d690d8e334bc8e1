package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.constraint;
import static dev.phase.engine.catalog.Fixture.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Opaque;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

@PostgresTest
class OpaqueConstraintsTest {

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
