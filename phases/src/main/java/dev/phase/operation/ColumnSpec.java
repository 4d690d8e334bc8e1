package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Column;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column to create.
 *
 * @param nullable whether it may hold NULL; yes unless said otherwise, or unless it is the primary key
 * @param defaultExpression SQL text
 * @param generated what PostgreSQL computes and stores in it, from other columns of the row
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
    Optional<SqlExpression> generated,
    Optional<String> collation,
    Optional<String> comment) {

  /** Whether rows may have no value here. */
  boolean mayBeNull() {
    return !primaryKey && identity.isEmpty() && nullable.orElse(true);
  }

  Column.Kind kind() {
    if (identity.isPresent()) {
      return Column.Kind.IDENTITY;
    }
    return generated.isPresent() ? Column.Kind.GENERATED : Column.Kind.PLAIN;
  }

  /** Refuses a column that gets its value in more than one way. */
  void requireOneSource() {
    if (Stream.of(defaultExpression, identity, generated).filter(Optional::isPresent).count() > 1) {
      throw new SchemaException(
          "Column %s gets its value in more than one way.".formatted(name),
          "Give at most one of `default`, `identity` and `generated`.");
    }
  }
}
