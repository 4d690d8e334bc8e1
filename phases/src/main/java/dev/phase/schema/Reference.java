package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * A foreign key that stands in the database.
 *
 * @param otherSchema the schema of the table that has it, where that is not the base schema
 * @param table that table's physical name
 */
public record Reference(
    Optional<Identifier> otherSchema, Identifier table, Identifier constraint) {

  public Reference {
    requireNonNull(otherSchema, "otherSchema is null");
    requireNonNull(table, "table is null");
    requireNonNull(constraint, "constraint is null");
  }

  @Override
  public String toString() {
    String own = "%s.%s".formatted(table, constraint);
    return otherSchema.map(schema -> schema + "." + own).orElse(own);
  }
}
