package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Optional;

/**
 * A column that is made of others.
 *
 * @param up its value, from the columns of the version before
 * @param nullable whether it may hold NULL; yes unless said otherwise
 * @param defaultExpression SQL text
 * @param collation as SQL text, such as {@code "C"} in its quotes
 */
public record DerivedColumn(
    SqlType type,
    SqlExpression up,
    Optional<Boolean> nullable,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
    Optional<SqlExpression> check,
    boolean unique,
    Optional<ReferenceSpec> references,
    Optional<String> collation,
    Optional<String> comment) {

  ColumnSpec named(Identifier name) {
    return new ColumnSpec(
        name,
        type,
        nullable,
        defaultExpression,
        check,
        unique,
        false,
        references,
        Optional.empty(),
        Optional.empty(),
        collation,
        comment);
  }
}
