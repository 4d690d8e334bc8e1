package dev.phase.operation;

import dev.phase.schema.EnumType;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;

/** Finds enum types. */
final class Enums {

  private Enums() {}

  static EnumType find(Schema schema, Identifier name) {
    return schema
        .catalog()
        .enumType(name)
        .orElseThrow(
            () ->
                new SchemaException(
                    "Schema %s has no enum %s.".formatted(schema.name(), name),
                    "Correct the name, or create the enum in an earlier operation."));
  }
}
