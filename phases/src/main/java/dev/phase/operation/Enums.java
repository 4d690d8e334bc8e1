package dev.phase.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.phase.schema.EnumType;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;

/** Finds enum types, and looks at their values. */
final class Enums {

  private static final int LONGEST = 63;

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

  static void requireValue(EnumType type, String value) {
    if (!type.values().contains(value)) {
      throw new SchemaException(
          "Enum %s has no value '%s'.".formatted(type.name(), value),
          "Correct it; the values are %s.".formatted(String.join(", ", type.values())));
    }
  }

  static void requireShort(String value) {
    if (value.getBytes(UTF_8).length > LONGEST) {
      throw new SchemaException(
          "Value '%s' is longer than %d bytes.".formatted(value, LONGEST), "Shorten it.");
    }
  }
}
