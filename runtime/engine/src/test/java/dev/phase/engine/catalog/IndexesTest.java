package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.assertRefused;
import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.expression;
import static dev.phase.engine.catalog.Fixture.holds;
import static dev.phase.engine.catalog.Fixture.id;
import static dev.phase.engine.catalog.Fixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.need.Bases;
import dev.phase.need.NewIndex;
import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.schema.Column;
import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Renaming;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@PostgresTest
class IndexesTest {

  private static final List<String> FEATURES =
      List.of(
          "USING btree (a)",
          "USING btree (a, b DESC, c DESC NULLS LAST, d NULLS FIRST)",
          "USING btree (lower(b), (b || c)) WHERE a > 0 AND b <> ';'",
          "USING btree (a) INCLUDE (b, c) WITH (deduplicate_items = off, fillfactor = 70)",
          "USING btree (b text_pattern_ops, c COLLATE \"C\" text_pattern_ops DESC)",
          "USING btree (lower(b) COLLATE \"C\")",
          "USING btree (lower(k) COLLATE \"default\", lower(k))",
          "USING btree (k COLLATE \"default\")",
          "USING btree (twice(a), m) WHERE m = 'sad'",
          "USING btree (v varchar_ops, v)",
          "USING hash (a)",
          "USING gin (j)",
          "USING gin (j jsonb_path_ops) WITH (fastupdate = off)",
          "USING gin (to_tsvector('simple', b))",
          "USING gin (l)",
          "USING gist (ts)",
          "USING gist (to_tsvector('simple', b) tsvector_ops (siglen = 100))",
          "USING gist (r)",
          "USING spgist (b)",
          "USING brin (a, b) WITH (pages_per_range = 64)",
          "USING brin (a int4_bloom_ops (n_distinct_per_range = 100))",
          "USING btree (\"Weird \"\"x\") WHERE \"Weird \"\"x\" IS NOT NULL",
          "USING btree (e, o, (ROW(a, b) IS NULL))");

  @Test
  void everyFeatureCanBeBuiltAgain(Database database) throws SQLException {
    prepare(database);
    List<String> unique = new ArrayList<>(List.of("USING btree (a) WHERE b IS NULL"));
    if (database.majorVersion() >= 15) {
      unique.add("USING btree (a, b) NULLS NOT DISTINCT");
    }
    int n = 0;
    for (String feature : FEATURES) {
      database.run("CREATE INDEX i%02d ON t %s".formatted(n++, feature));
    }
    for (String feature : unique) {
      database.run("CREATE UNIQUE INDEX i%02d ON t %s".formatted(n++, feature));
    }
    Table table = table(database, "t");
    assertEquals(n, table.indexes().size());
    for (Index index : table.indexes()) {
      Index again = new Index(index.name(), id("again_" + index.name()), index.definition());
      assertTrue(build(again).contains("\"public\".\"t\" USING"));
      database.run(build(again));
      assertEquals(shape(database, index.physical()), shape(database, again.physical()));
    }
  }

  @Test
  void renamingNothingChangesNothing(Database database) throws SQLException {
    prepare(database);
    int n = 0;
    for (String feature : FEATURES) {
      database.run("CREATE INDEX i%02d ON t %s".formatted(n++, feature));
    }
    Table table = table(database, "t");
    for (Index index : table.indexes()) {
      assertEquals(
          index.definition(),
          ask(database, c -> c.rename(index.definition(), Renaming.none(table.columns()))),
          index.name().value());
    }
  }

  @Test
  void columnsAreRenamedEverywhere(Database database) throws SQLException {
    prepare(database);
    database.run(
        """
        CREATE UNIQUE INDEX i ON t USING btree (a, (lower(b) || 'a' || b) DESC, c text_pattern_ops)
        INCLUDE (d) WHERE a > length(b) AND c <> 'a'
        """);
    Table table = table(database, "t");
    IndexDefinition renamed =
        ask(
            database,
            c ->
                c.rename(
                    table.indexes().get(0).definition(),
                    new Renaming(
                        table.columns(),
                        Map.of(id("a"), id("b"), id("b"), id("a"), id("d"), id("D \" d")))));
    assertTrue(renamed.unique());
    assertEquals(Optional.of(id("b")), renamed.keys().get(0).column());
    assertEquals(
        Optional.of(expression("(((lower(a) || 'a'::text) || a))")),
        renamed.keys().get(1).expression());
    assertTrue(renamed.keys().get(1).descending());
    assertEquals(Optional.of("pg_catalog.text_pattern_ops"), renamed.keys().get(2).operatorClass());
    assertEquals(List.of(id("D \" d")), renamed.include());
    assertEquals(
        Optional.of(expression("((b > length(a)) AND (c <> 'a'::text))")), renamed.where());
  }

  @Test
  void anIndexThatTheNewTypeCannotHaveIsRefused(Database database) throws SQLException {
    List<Column> columns = List.of(Fixture.column("a", "json"));
    IndexDefinition index =
        new IndexDefinition(
            false, false, id("btree"), List.of(IndexDefinition.Key.of(id("a"))), List.of(),
            Optional.empty(), Map.of(), Optional.empty());
    assertRefused(
        "PostgreSQL refuses it: data type json has no default operator class for access method"
            + " \"btree\" (You must specify an operator class for the index or define a default"
            + " operator class for the data type).",
        () -> ask(database, c -> c.rename(index, Renaming.none(columns))));
  }

  @Test
  void indexesOfConstraintsAndInvalidOnesAreLeftOut(Database database) throws SQLException {
    database.run("CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE, c integer)");
    database.run("INSERT INTO t VALUES (1, 1, 1), (2, 2, 1)", "CREATE INDEX fine ON t (c)");
    org.junit.jupiter.api.Assertions.assertThrows(
        SQLException.class, () -> database.run("CREATE UNIQUE INDEX CONCURRENTLY broken ON t (c)"));
    assertEquals(List.of("fine"), Fixture.indexNames(table(database, "t")));
    assertTrue(holds(database, c -> c.isTaken(id("broken"))));
    assertEquals(Optional.of(id("t")), ask(database, c -> c.tableOfIndex(id("broken"))));
  }

  private static void prepare(Database database) throws SQLException {
    database.run(
        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
        "CREATE DOMAIN short AS varchar(10)",
        "CREATE FUNCTION twice(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT 2 * $1'",
        """
        CREATE TABLE t (
          a integer, b text, c text, d text, k text COLLATE "C", v varchar(20), m mood, j jsonb,
          l integer[], ts tsvector, r int4range, e mood[], o short, "Weird ""x" timestamptz(3))
        """);
  }

  private static String build(Index index) {
    Bases bases =
        new Bases() {
          @Override
          public Identifier schema() {
            return id("public");
          }

          @Override
          public QualifiedName table(TableKey key) {
            return new QualifiedName(schema(), id(key.value()));
          }
        };
    Source source = new Source("0001_test", "operations[0]");
    SqlStep step = new NewIndex(new TableKey("t"), index, source).prove(bases).get(0);
    return step.statements().get(0).sql().sql();
  }

  private static String shape(Database database, Identifier index) throws SQLException {
    String definition =
        database.queryOne("SELECT pg_get_indexdef('%s'::regclass)".formatted(index.sql()));
    return definition.substring(definition.indexOf(" ON "));
  }
}
