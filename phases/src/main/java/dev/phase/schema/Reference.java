package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;

/**
 * A foreign key that stands in the database.
 *
 * @param schema the schema of the table that has it
 * @param table that table's physical name
 */
public record Reference(Identifier schema, Identifier table, Identifier constraint) {

  public Reference {
    requireNonNull(schema, "schema is null");
    requireNonNull(table, "table is null");
    requireNonNull(constraint, "constraint is null");
  }

  @Override
  public String toString() {
    return "%s.%s.%s".formatted(schema, table, constraint);
  }
}
