package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.IdentityKind;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Optional;

/**
 * A column to create.
 *
 * @param nullable whether it may hold NULL; yes unless said otherwise, or unless it is the primary key
 * @param defaultExpression SQL text
 * @param collation as SQL text, such as {@code "C"} in its quotes
 */
public record ColumnSpec(
    Identifier name,
    SqlType type,
    Optional<Boolean> nullable,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
    Optional<SqlExpression> check,
    boolean unique,
    boolean primaryKey,
    Optional<ReferenceSpec> references,
    Optional<IdentityKind> identity,
    Optional<String> collation,
    Optional<String> comment) {

  /** Whether rows may have no value here. */
  boolean mayBeNull() {
    return !primaryKey && identity.isEmpty() && nullable.orElse(true);
  }
}
