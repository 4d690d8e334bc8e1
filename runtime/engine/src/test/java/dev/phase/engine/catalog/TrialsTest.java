package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.assertRefused;
import static dev.phase.engine.catalog.Fixture.column;
import static dev.phase.engine.catalog.Fixture.expression;
import static dev.phase.engine.catalog.Fixture.holds;
import static dev.phase.engine.catalog.Fixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.schema.Renaming;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@PostgresTest
class TrialsTest {

  @Test
  void volatileFunctionsAreFoundWhereverTheyMayBe(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA other",
        "CREATE FUNCTION \"Mine\"(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
        "CREATE FUNCTION other.far() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
    for (String expression :
        List.of("random()", "CLOCK_TIMESTAMP()", "nextval('s')", "\"Mine\"(a)", "other.far()")) {
      assertTrue(holds(database, c -> c.isVolatile(expression(expression))), expression);
    }
    for (String expression :
        List.of("now()", "lower(a) || 'random()'", "mine(a)", "far()", "a + 1", "current_date")) {
      assertFalse(holds(database, c -> c.isVolatile(expression(expression))), expression);
    }
  }

  @Test
  void whatPostgresqlRemembersIsAddedInstantly(Database database) throws SQLException {
    database.run(
        "CREATE SEQUENCE s",
        "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
        "CREATE DOMAIN plain AS integer");
    assertTrue(instant(database, "integer", "1 + 1"));
    assertTrue(instant(database, "timestamp with time zone", "now()"));
    assertTrue(instant(database, "text", "NULL"));
    assertTrue(instant(database, "public.plain", "1"));
    assertFalse(instant(database, "double precision", "random()"));
    assertFalse(instant(database, "bigint", "nextval('s')"));
    assertEquals("f", database.queryOne("SELECT is_called FROM s"));
  }

  @Test
  void aDefaultThatDoesNotFitIsRefused(Database database) throws SQLException {
    database.run("CREATE DOMAIN positive AS integer CHECK (VALUE > 0)");
    assertRefused(
        "PostgreSQL refuses it at `'x'`: invalid input syntax for type integer: \"x\".",
        () -> instant(database, "integer", "'x'"));
    assertRefused(
        "PostgreSQL refuses it: value for domain positive violates check constraint"
            + " \"positive_check\".",
        () -> instant(database, "positive", "0"));
  }

  @Test
  void statementsAreTriedOutOneApartFromAnother(Database database) throws SQLException {
    database.run("CREATE FUNCTION helper(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'");
    Sql good = new Sql("CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql RETURN helper(a)");
    try (var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("public"));
      catalog.tryOut(good);
      SchemaException refusal =
          assertRefused(
              () ->
                  catalog.tryOut(
                      new Sql(
                          "CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql RETURN helper(a)")));
      assertEquals(
          "PostgreSQL refuses it at `helper`: function helper(text) does not exist (No function"
              + " matches the given name and argument types; You might need to add explicit type"
              + " casts).",
          refusal.problem());
      assertRefused(
          "PostgreSQL refuses it at the end: syntax error at end of input.",
          () -> catalog.tryOut(new Sql("CREATE FUNCTION f() RETURNS integer LANGUAGE sql RETURN")));
      catalog.tryOut(good);
      assertTrue(connection.getAutoCommit());
    }
  }

  @Test
  void nothingRemainsAndNoTableIsLocked(Database database) throws SQLException {
    database.run("CREATE TABLE t (a integer)");
    String before = relations(database);
    try (var blocker = database.connect();
        var statement = blocker.createStatement();
        var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("public"));
      var table = catalog.table(id("t")).orElseThrow();
      blocker.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE");
      catalog.canonical(new SqlType("text"));
      catalog.addsInstantly(new SqlType("text"), expression("'a'"));
      catalog.tryOut(new Sql("CREATE FUNCTION f() RETURNS integer LANGUAGE sql RETURN 1"));
      catalog.rename(
          expression("a > 0"), new Renaming(table.columns(), Map.of(id("a"), id("b"))));
      blocker.rollback();
      assertEquals(before, relations(database));
      try (var rows = connection.createStatement().executeQuery("SHOW search_path")) {
        rows.next();
        assertEquals("\"$user\", public", rows.getString(1));
      }
    }
  }

  @Test
  void aRoleWithoutTemporaryTablesUsesPhasesSchema(Database database) throws SQLException {
    database.run(
        "CREATE SCHEMA phase",
        "REVOKE TEMPORARY ON DATABASE \"%s\" FROM PUBLIC".formatted(database.name()),
        "REVOKE TEMPORARY ON DATABASE \"%s\" FROM \"%s\""
            .formatted(database.name(), database.user()));
    assertEquals("integer", ask(database, c -> c.canonical(new SqlType("int"))).name());
    assertTrue(instant(database, "integer", "1"));
    assertEquals(
        expression("(b > 0)"),
        ask(
            database,
            c ->
                c.rename(
                    expression("a > 0"),
                    new Renaming(List.of(column("a", "integer")), Map.of(id("a"), id("b"))))));
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_tables WHERE schemaname = 'phase'"));
  }

  @Test
  void aLostConnectionIsNoFaultOfTheChange(Database database) throws SQLException {
    try (var connection = database.connect()) {
      var catalog = new JdbcCatalog(connection, id("public"));
      int pid = connection.unwrap(PGConnection.class).getBackendPID();
      database.rows("SELECT pg_terminate_backend(%d, 5000)".formatted(pid));
      PhaseException failure =
          assertThrows(PhaseException.class, () -> catalog.canonical(new SqlType("text")));
      assertEquals(ExitCode.UNREACHABLE, failure.exitCode());
    }
  }

  @Test
  void aConnectionInATransactionIsRefused(Database database) throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      var catalog = new JdbcCatalog(connection, id("public"));
      assertThrows(IllegalStateException.class, () -> catalog.isTaken(id("t")));
    }
  }

  private static boolean instant(Database database, String type, String defaultExpression)
      throws SQLException {
    return holds(database, c -> c.addsInstantly(new SqlType(type), expression(defaultExpression)));
  }

  private static String relations(Database database) throws SQLException {
    return database.queryOne(
        "SELECT string_agg(oid::text, ' ' ORDER BY oid) FROM pg_class")
        + database.queryOne("SELECT string_agg(oid::text, ' ' ORDER BY oid) FROM pg_proc");
  }
}
