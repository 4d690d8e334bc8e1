package dev.phase.engine.property;

import dev.phase.testkit.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** What must be left in the catalog when one version is. */
record Ending(Database database) {

  /** The table is as plain DDL would have made it, but for the order of its columns. */
  void expect(TableShape shape) throws SQLException {
    database.run("CREATE SCHEMA plain", shape.definition().replace("TABLE ", "TABLE plain."));
    same(columns("plain", shape), columns("public", shape));
    same(
        new TreeSet<>(),
        new TreeSet<>(
            database.strings(
                """
                SELECT tgname FROM pg_trigger WHERE tgname LIKE '~phase%'
                UNION ALL SELECT proname FROM pg_proc
                  WHERE pronamespace = 'phase'::regnamespace AND proname ~ '^public'""")));
  }

  private static void same(TreeSet<String> expected, TreeSet<String> actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("The catalog holds %s instead of %s".formatted(actual, expected));
    }
  }

  private TreeSet<String> columns(String schema, TableShape shape) throws SQLException {
    List<String> lines =
        database.strings(
            """
            SELECT format('%%I %%s%%s%%s', attname, format_type(atttypid, atttypmod),
              CASE WHEN attnotnull THEN ' NOT NULL' END, ' DEFAULT ' || pg_get_expr(adbin, adrelid))
            FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"""
                .formatted(Kind.literal(schema + "." + shape.sql())));
    return new TreeSet<>(lines);
  }
}
