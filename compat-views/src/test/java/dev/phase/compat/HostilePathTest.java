package dev.phase.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.schema.Column;
import dev.phase.sql.SqlLiteral;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session whose search_path has somebody's operators and types before PostgreSQL's own. The
 * triggers may run as another role than it, and use none of them.
 */
@PostgresTest
class HostilePathTest {

  private static final List<String> TYPES =
      List.of("int4", "int8", "numeric", "text", "bool", "bpchar");
  private static final List<String> OPERATORS = List.of("=", "<>", "<", ">", ">=", "-");

  private final Database database;

  HostilePathTest(Database database) {
    this.database = database;
  }

  @ParameterizedTest
  @MethodSource("dev.phase.compat.Scenario#all")
  void lendsNothingToTheTriggers(Scenario scenario) throws SQLException {
    database.run(scenario.table());
    new Running(database).expand(scenario.window());
    haveLookalikes();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      Rows rows = new Rows(connection, scenario.window());
      for (String path : List.of("evil, pg_catalog", "evil, pg_catalog, public_v1")) {
        statement.execute("TRUNCATE public.t; SET search_path = " + path);
        for (int version = 0; version < scenario.window().versions().size(); version++) {
          write(statement, rows, scenario, version);
        }
        statement.execute("RESET search_path");
      }
    }
    assertEquals(List.of(), database.strings("SELECT DISTINCT what FROM spied"));
  }

  private static void write(Statement statement, Rows rows, Scenario scenario, int version)
      throws SQLException {
    String relation = rows.relation(version).sql();
    List<Column> columns =
        rows.columns(version).stream()
            .filter(c -> scenario.values().containsKey(version + "." + c.name()))
            .toList();
    String names = columns.stream().map(c -> c.name().sql()).collect(Collectors.joining(", "));
    for (int i = 0; i < 2; i++) {
      int choice = i;
      List<String> values =
          columns.stream()
              .map(c -> scenario.values().get(version + "." + c.name()).get(choice))
              .map(value -> value == null ? "NULL" : new SqlLiteral(value).sql())
              .toList();
      statement.execute(
          "INSERT INTO %s (id, %s) VALUES (%d, %s)"
              .formatted(relation, names, 10 * version + i, String.join(", ", values)));
      for (int column = 0; column < values.size(); column++) {
        statement.execute(
            "UPDATE %s SET %s = %s"
                .formatted(relation, columns.get(column).name().sql(), values.get(column)));
      }
    }
  }

  private void haveLookalikes() throws SQLException {
    database.run(
        "CREATE SCHEMA evil",
        "CREATE TABLE spied (what text)",
        """
        CREATE FUNCTION evil.spy(what pg_catalog.text) RETURNS boolean LANGUAGE plpgsql
        SET search_path = pg_catalog AS '
        BEGIN
          INSERT INTO public.spied VALUES (what);
          RETURN true;
        END'""",
        "CREATE DOMAIN evil.text AS pg_catalog.text CHECK (evil.spy('text'))");
    for (String type : TYPES) {
      for (String operator : OPERATORS) {
        database.run(
            """
            CREATE FUNCTION evil."%s"(pg_catalog.%s, pg_catalog.%s) RETURNS %s LANGUAGE plpgsql AS '
            BEGIN
              PERFORM evil.spy(''%s %s'');
              RETURN $1 OPERATOR(pg_catalog.%s) $2;
            END'"""
                .formatted(
                    operator,
                    type,
                    type,
                    operator.equals("-") ? type : "bool",
                    type,
                    operator,
                    operator),
            """
            CREATE OPERATOR evil.%s
              (LEFTARG = pg_catalog.%s, RIGHTARG = pg_catalog.%s, FUNCTION = evil."%s")"""
                .formatted(operator, type, type, operator));
      }
    }
  }
}
