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
 * @param early the same while older sweeps of the table go on: it reads nothing that they fill
 * @param onlyNull leave every value that is there: the expression is volatile, so it gives another
 *     one each time
 */
public record Fill(Identifier column, SqlType type, Sql value, Sql early, boolean onlyNull) {

  public Fill {
    requireNonNull(column, "column is null");
    requireNonNull(type, "type is null");
    requireNonNull(value, "value is null");
    requireNonNull(early, "early is null");
  }

  /** One that reads nothing that older sweeps fill. */
  public Fill(Identifier column, SqlType type, Sql value, boolean onlyNull) {
    this(column, type, value, value, onlyNull);
  }
}
