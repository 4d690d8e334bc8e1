package dev.phase.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sizes that the catalog knows, as estimates need them. */
@PostgresTest
final class FactsReaderTest {

  private static final Identifier SCHEMA = Identifier.of("Mixed Case");

  private final Database database;

  FactsReaderTest(Database database) throws SQLException {
    this.database = database;
    database.run("CREATE SCHEMA \"Mixed Case\"");
  }

  @Test
  void analyzedTablesTellRowsSizesAndWidths() throws SQLException {
    database.run(
        "CREATE TABLE \"Mixed Case\".\"Über\" (id bigint PRIMARY KEY, \"Order\" text)",
        "INSERT INTO \"Mixed Case\".\"Über\" SELECT n, repeat('x', 99) FROM generate_series(1, 5000) n",
        "ANALYZE \"Mixed Case\".\"Über\"");

    TableFacts facts = read("Über");

    assertEquals(5000, facts.rows());
    assertEquals(size("pg_relation_size"), facts.heapBytes());
    assertEquals(size("pg_indexes_size"), facts.indexBytes());
    assertEquals(8, facts.width(Identifier.of("id")));
    assertEquals(100, facts.width(Identifier.of("Order")));
  }

  @Test
  void rowsOfATableThatWasNeverAnalyzedAreGuessed() throws SQLException {
    database.run(
        "CREATE TABLE \"Mixed Case\".t (id int, n int) WITH (autovacuum_enabled = off)",
        "INSERT INTO \"Mixed Case\".t SELECT n, n FROM generate_series(1, 20000) n");

    long rows = read("t").rows();

    assertTrue(rows > 10_000 && rows < 40_000, () -> rows + " rows");
  }

  @Test
  void rowsFollowTheTableAsItGrows() throws SQLException {
    database.run(
        "CREATE TABLE \"Mixed Case\".t (id int) WITH (autovacuum_enabled = off)",
        "INSERT INTO \"Mixed Case\".t SELECT generate_series(1, 10000)",
        "ANALYZE \"Mixed Case\".t",
        "INSERT INTO \"Mixed Case\".t SELECT generate_series(1, 30000)");

    long rows = read("t").rows();

    assertTrue(rows > 35_000 && rows < 45_000, () -> rows + " rows");
  }

  @Test
  void partitionsCount() throws SQLException {
    database.run(
        "CREATE TABLE \"Mixed Case\".p (id int PRIMARY KEY, word text) PARTITION BY RANGE (id)",
        "CREATE TABLE \"Mixed Case\".p1 PARTITION OF \"Mixed Case\".p FOR VALUES FROM (0) TO (1000)",
        "CREATE TABLE \"Mixed Case\".p2 PARTITION OF \"Mixed Case\".p FOR VALUES FROM (1000) TO (9000)",
        "INSERT INTO \"Mixed Case\".p SELECT n, 'word' FROM generate_series(1, 4000) n",
        "ANALYZE \"Mixed Case\".p");

    TableFacts facts = read("p");

    assertEquals(4000, facts.rows());
    assertEquals(
        Long.parseLong(
            database.queryOne(
                "SELECT sum(pg_relation_size(c)) FROM unnest(ARRAY['\"Mixed Case\".p1',"
                    + " '\"Mixed Case\".p2']::regclass[]) c")),
        facts.heapBytes());
    assertTrue(facts.indexBytes() > 0);
  }

  @Test
  void emptyAndUnknownTables() throws SQLException {
    database.run("CREATE TABLE \"Mixed Case\".t (id int, word text)");

    TableFacts facts = read("t");

    assertEquals(0, facts.rows());
    assertEquals(4, facts.width(Identifier.of("id")));
    assertEquals(TableFacts.UNKNOWN_WIDTH, facts.width(Identifier.of("word")));
    try (Connection connection = database.connect()) {
      assertEquals(List.of(), new FactsReader(connection).tables(Set.of(name("other"))));
    }
  }

  private long size(String function) throws SQLException {
    return Long.parseLong(
        database.queryOne("SELECT %s('\"Mixed Case\".\"Über\"')".formatted(function)));
  }

  private TableFacts read(String table) throws SQLException {
    try (Connection connection = database.connect()) {
      return new FactsReader(connection).tables(Set.of(name(table))).get(0);
    }
  }

  private static QualifiedName name(String table) {
    return new QualifiedName(SCHEMA, Identifier.of(table));
  }
}
