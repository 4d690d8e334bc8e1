package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.NewEnumValue;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * Adds a value to an enum type, for good and for all versions. One that is there already is left
 * alone.
 *
 * @param before the value that it sorts before
 * @param after the value that it sorts after; the last one where neither is given
 */
public record AddEnumValue(
    @JsonProperty("enum") Identifier enumType,
    String value,
    Optional<String> before,
    Optional<String> after)
    implements Operation {

  @Override
  public Effect plan(Schema schema, Site site) {
    HeldEnum type = Enums.find(schema, enumType);
    if (type.isReplaced()) {
      throw new SchemaException(
          "Enum %s is another type for older versions, which would not get the value."
              .formatted(enumType),
          "Add it before the operation that replaces the enum, or when that is contracted.");
    }
    if (before.isPresent() && after.isPresent()) {
      throw new SchemaException(
          "Value '%s' cannot be placed both before and after another.".formatted(value),
          "Give `before` or `after`, or neither for the end.");
    }
    if (type.values().contains(value)) {
      return Effect.of(schema);
    }
    Enums.requireShort(value);
    Optional<String> neighbour = before.or(() -> after);
    neighbour.ifPresent(n -> Enums.requireValue(type, n));
    return Effect.of(
        schema,
        new NewEnumValue(
            enumType,
            value,
            new NewEnumValue.Place(before.isPresent(), neighbour),
            site.source()));
  }
}
