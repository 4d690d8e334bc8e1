package dev.phase.operation;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.Optional;

/**
 * A key of an index: a column or an expression. A plain name in the file is a column.
 *
 * @param operatorClass SQL text, such as {@code text_pattern_ops}
 * @param collation SQL text, such as {@code "C"} in its quotes
 */
public record IndexKeySpec(
    Optional<Identifier> column,
    Optional<SqlExpression> expression,
    Optional<Order> order,
    Optional<Nulls> nulls,
    Optional<String> operatorClass,
    Optional<String> collation) {

  /** The sort order. */
  public enum Order {
    ASC,
    DESC
  }

  /** Where NULLs sort. */
  public enum Nulls {
    FIRST,
    LAST
  }

  /** The key that is just this column. */
  public static IndexKeySpec of(String column) {
    return new IndexKeySpec(
        Optional.of(Identifier.of(column)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
