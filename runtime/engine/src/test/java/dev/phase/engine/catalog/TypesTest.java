package dev.phase.engine.catalog;

import static dev.phase.engine.catalog.Fixture.assertRefused;
import static dev.phase.engine.catalog.Fixture.ask;
import static dev.phase.engine.catalog.Fixture.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.sql.SqlType;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PostgresTest
class TypesTest {

  @Test
  void typesAreSpelledAsPostgresqlDoes(Database database) throws SQLException {
    database.run(
        "CREATE TYPE mood AS ENUM ('sad')",
        "CREATE DOMAIN \"Short\" AS varchar(10) NOT NULL CHECK (VALUE <> '')",
        "CREATE TABLE row_type (a integer)");
    Map<String, String> types =
        Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("INT8", "bigint"),
            Map.entry("decimal(10, 2)", "numeric(10,2)"),
            Map.entry("varchar", "character varying"),
            Map.entry("varchar(7) -- short", "character varying(7)"),
            Map.entry("char", "character(1)"),
            Map.entry("timestamptz(3)", "timestamp(3) with time zone"),
            Map.entry("interval day to second(2)", "interval day to second(2)"),
            Map.entry("bit varying(3)[]", "bit varying(3)[]"),
            Map.entry("float(20)", "real"),
            Map.entry("mood[][]", "public.mood[]"),
            Map.entry("mood", "public.mood"),
            Map.entry("public.\"Short\"", "public.\"Short\""),
            Map.entry("row_type", "public.row_type"),
            Map.entry("_int4", "integer[]"));
    for (Map.Entry<String, String> type : types.entrySet()) {
      assertEquals(
          type.getValue(), ask(database, c -> c.canonical(new SqlType(type.getKey()))).name());
    }
  }

  @Test
  void whatIsNoTypeIsRefused(Database database) {
    assertRefused(
        "PostgreSQL refuses it at `mood`: type \"mood\" does not exist.",
        () -> ask(database, c -> c.canonical(new SqlType("mood"))));
    for (String wrong : List.of("integer NOT NULL", "integer, b text", "int) AS a, (1", "anyenum")) {
      assertThrows(
          RuntimeException.class, () -> ask(database, c -> c.canonical(new SqlType(wrong))), wrong);
    }
    assertRefused(
        "Type BigSerial stands for a column with a sequence of its own.",
        () -> ask(database, c -> c.canonical(new SqlType("BigSerial"))));
  }
}
