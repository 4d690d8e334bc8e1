package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.column;
import static dev.phase.engine.catalog.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.schema.Retyping;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which types PostgreSQL changes without looking at a row, and what keeps it from that. */
@PostgresTest
class RetypingTest {

  private static final Optional<String> REWRITE =
      Optional.of("PostgreSQL would rewrite the table under ACCESS EXCLUSIVE");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      varchar(20)    | varchar(50)
      varchar(20)    | varchar
      varchar(20)    | text
      text           | varchar
      numeric(10,2)  | numeric(12,2)
      numeric(10,2)  | numeric
      timestamp(3)   | timestamp
      timestamptz(3) | timestamptz(6)
      time(0)        | time
      interval(3)    | interval
      bit(8)         | varbit
      varbit(8)      | varbit(16)
      cidr           | inet
      xml            | text
      text           | loose
      """)
  void typesThatChangeInPlace(String from, String to, Database database) throws SQLException {
    database.run("CREATE DOMAIN loose AS text");

    assertEquals(Optional.empty(), obstacle(database, from, to));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      varchar(50)    | varchar(20)
      text           | varchar(100)
      numeric(12,2)  | numeric(10,2)
      numeric(10,2)  | numeric(12,3)
      integer        | bigint
      timestamp      | timestamp(3)
      timestamp      | timestamptz
      timestamptz    | timestamp
      char(10)       | text
      char(10)       | char(20)
      json           | jsonb
      text           | tight
      mood           | text
      varchar(20)[]  | varchar(50)[]
      """)
  void typesThatRewriteTheTable(String from, String to, Database database) throws SQLException {
    database.run(
        "CREATE TYPE mood AS ENUM ('good')", "CREATE DOMAIN tight AS text CHECK (value <> '')");

    assertEquals(REWRITE, obstacle(database, from, to));
  }

  @Test
  void aTypeThatNeedsAnExpression(Database database) throws SQLException {
    assertEquals(
        Optional.of("PostgreSQL has no way to do it in place"),
        obstacle(database, "text", "integer"));
  }

  @Test
  void whatStandsOnTheColumn(Database database) throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9), c varchar(9), d varchar(9),"
            + " e varchar(9) CONSTRAINT full_e CHECK (e <> ''))",
        "CREATE INDEX plain_a ON t (a) INCLUDE (b)",
        "CREATE INDEX \"Odd name\" ON t (lower(b))",
        "CREATE INDEX partial ON t (id) WHERE c IS NOT NULL",
        "CREATE UNIQUE INDEX patterns ON t (d varchar_pattern_ops)");

    assertEquals(Optional.empty(), text(database, "a"));
    assertEquals(rebuilt("Odd name"), text(database, "b"));
    assertEquals(rebuilt("partial"), text(database, "c"));
    assertEquals(Optional.empty(), text(database, "d"));
    assertEquals(
        Optional.of("PostgreSQL would check a condition on every row under ACCESS EXCLUSIVE"),
        text(database, "e"));
  }

  @Test
  void foreignKeysOfBothSides(Database database) throws SQLException {
    database.run(
        "CREATE TABLE countries (code varchar(2) PRIMARY KEY, nr cidr UNIQUE)",
        "CREATE SCHEMA other",
        "CREATE TABLE t (a varchar(2) UNIQUE REFERENCES countries,"
            + " parent varchar(2) REFERENCES t (a), nr cidr REFERENCES countries (nr))",
        "CREATE TABLE other.\"Cities\" (a varchar(2) REFERENCES t (a))");

    Retyping retyping =
        ask(database, c -> c.retyping(id("t"), column("a", "varchar(2)"), column("a", "text")));

    assertEquals(Optional.empty(), retyping.obstacle());
    assertEquals(
        List.of("other.Cities", "public.countries"),
        retyping.relatives().stream().map(Object::toString).sorted().toList());
    assertEquals(
        Optional.empty(),
        ask(database, c -> c.retyping(id("t"), column("nr", "cidr"), column("nr", "inet")))
            .obstacle());
  }

  @Test
  void aRoleWithoutTemporaryTables(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA phase",
        "REVOKE TEMPORARY ON DATABASE \"%s\" FROM PUBLIC".formatted(database.name()),
        "REVOKE TEMPORARY ON DATABASE \"%s\" FROM \"%s\""
            .formatted(database.name(), database.user()));

    assertEquals(Optional.empty(), obstacle(database, "varchar(20)", "text"));
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_tables WHERE schemaname = 'phase'"));
  }

  private static Optional<String> obstacle(Database database, String from, String to)
      throws SQLException {
    database.run(
        "CREATE TABLE \"Odd table\" (id int PRIMARY KEY, \"Größe\" %s)".formatted(from));
    return ask(
            database,
            c -> c.retyping(id("Odd table"), column("Größe", from), column("Größe", to)))
        .obstacle();
  }

  private static Optional<String> text(Database database, String column) throws SQLException {
    return ask(
            database,
            c -> c.retyping(id("t"), column(column, "varchar(9)"), column(column, "text")))
        .obstacle();
  }

  private static Optional<String> rebuilt(String index) {
    return Optional.of("index %s would be rebuilt under ACCESS EXCLUSIVE".formatted(index));
  }
}
