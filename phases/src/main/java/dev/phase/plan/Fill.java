package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;

/**
 * One column that a sweep fills.
 *
 * @param column the physical column to write
 * @param type its type, to compare what is there with what should be
 * @param value an expression over the physical columns of the same row
 * @param onlyNull leave every value that is there: the expression is volatile, so it gives another
 *     one each time
 */
public record Fill(Identifier column, SqlType type, Sql value, boolean onlyNull) {

  public Fill {
    requireNonNull(column, "column is null");
    requireNonNull(type, "type is null");
    requireNonNull(value, "value is null");
  }
}
