package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Optional;

/**
 * A column as one version sees it.
 *
 * @param name the name in this version
 * @param physical the column of the base table that holds it
 * @param defaultExpression what a row gets that is inserted through this version without a value
 */
public record Column(
    Identifier name,
    Identifier physical,
    SqlType type,
    boolean nullable,
    Optional<SqlExpression> defaultExpression,
    Optional<String> collation,
    Kind kind,
    Optional<String> comment) {

  /** How the value comes about. */
  public enum Kind {
    PLAIN,
    IDENTITY,
    GENERATED
  }

  public Column {
    requireNonNull(name, "name is null");
    requireNonNull(physical, "physical is null");
    requireNonNull(type, "type is null");
    requireNonNull(defaultExpression, "defaultExpression is null");
    requireNonNull(collation, "collation is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(comment, "comment is null");
  }

  public Column named(Identifier newName) {
    return new Column(
        newName, physical, type, nullable, defaultExpression, collation, kind, comment);
  }

  public Column heldIn(Identifier newPhysical) {
    return new Column(
        name, newPhysical, type, nullable, defaultExpression, collation, kind, comment);
  }

  public Column typed(SqlType newType) {
    return new Column(
        name, physical, newType, nullable, defaultExpression, collation, kind, comment);
  }

  public Column retyped(SqlType newType, Optional<String> newCollation) {
    return new Column(
        name, physical, newType, nullable, defaultExpression, newCollation, kind, comment);
  }

  public Column notNull() {
    return new Column(
        name, physical, type, false, defaultExpression, collation, kind, comment);
  }

  public Column withDefault(Optional<SqlExpression> newDefault) {
    return new Column(name, physical, type, nullable, newDefault, collation, kind, comment);
  }

  /** The same column, whose value comes about in another way. */
  public Column of(Kind newKind) {
    return new Column(
        name, physical, type, nullable, defaultExpression, collation, newKind, comment);
  }
}
