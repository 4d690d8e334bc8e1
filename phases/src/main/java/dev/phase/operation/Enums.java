package dev.phase.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;

/** Finds enum types, and looks at their values. */
final class Enums {

  private static final int LONGEST = 63;

  private Enums() {}

  static HeldEnum find(Schema schema, Identifier name) {
    return schema
        .catalog()
        .enumType(name)
        .orElseThrow(
            () ->
                new SchemaException(
                    "Schema %s has no enum %s.".formatted(schema.name(), name),
                    "Correct the name, or create the enum in an earlier operation."));
  }

  /** Only the owner may give a type another name or drop it, which contract will want to. */
  static void requireOwner(Schema schema, HeldEnum type) {
    schema
        .catalog()
        .tryOut(
            Sql.of(
                "ALTER TYPE %s RENAME TO %s",
                new QualifiedName(schema.name(), type.physical()),
                GeneratedName.of(type.physical().value(), "old")),
            "Let a member of the role that owns the enum run Phase.");
  }

  static void requireValue(HeldEnum type, String value) {
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
