package dev.phase.operation;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlType;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the values of one enum type to those of another, in SQL.
 *
 * @param values those that are called otherwise there; all others are the same
 */
record EnumMapping(Map<String, String> values) {

  EnumMapping {
    values = new TreeMap<>(values);
  }

  /**
   * @param argument of the one type, or an array of it
   * @param type the other one, or an array of it
   */
  SqlExpression to(SqlType type, SqlFragment argument) {
    return new SqlExpression(Sql.of("CAST(%s AS %s)", text(type, argument), type).sql());
  }

  /** The same as text, or as an array of texts. */
  Sql text(SqlType type, SqlFragment argument) {
    if (type.isArray()) {
      Sql mapped = Sql.of("CAST(%s AS pg_catalog.text[])", argument);
      for (Map.Entry<String, String> value : values.entrySet()) {
        mapped =
            Sql.of(
                "pg_catalog.array_replace(%s, %s, %s)",
                mapped, new SqlLiteral(value.getKey()), new SqlLiteral(value.getValue()));
      }
      return mapped;
    }
    Sql same = Sql.of("CAST(%s AS pg_catalog.text)", argument);
    return values.isEmpty()
        ? same
        : Sql.of(
            "CASE %s %s ELSE %s END",
            same,
            Sql.join(
                " ",
                values.entrySet().stream()
                    .map(
                        v ->
                            Sql.of(
                                "WHEN %s THEN %s",
                                new SqlLiteral(v.getKey()), new SqlLiteral(v.getValue())))
                    .toList()),
            same);
  }
}
