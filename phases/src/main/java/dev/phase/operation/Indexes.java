package dev.phase.operation;

import dev.phase.schema.Index;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Finds indexes, whose names say nothing of their tables. */
final class Indexes {

  private Indexes() {}

  /** The table that has an index of this name, or a constraint whose index it is. */
  static Table table(Schema schema, Identifier index) {
    return schema.touched().values().stream()
        .filter(t -> t.findIndex(index).isPresent() || ofConstraint(t, index))
        .findFirst()
        .or(
            () ->
                schema
                    .catalog()
                    .tableOfIndex(index)
                    .filter(t -> !schema.touched().containsKey(t))
                    .flatMap(schema::find))
        .orElseThrow(
            () ->
                new SchemaException(
                    "Schema %s has no index %s.".formatted(schema.name(), index),
                    "Correct the name, or remove the operation."));
  }

  /**
   * The index itself.
   *
   * @param instead the operation for the constraint that owns it
   */
  static Index find(Table on, Identifier index, String instead) {
    return on.findIndex(index)
        .orElseThrow(
            () ->
                new SchemaException(
                    "Index %s belongs to a constraint of table %s.".formatted(index, on.name()),
                    "Use `%s` instead.".formatted(instead)));
  }

  private static boolean ofConstraint(Table table, Identifier index) {
    return table.findConstraint(index).filter(c -> c.hasIndex()).isPresent();
  }
}
