package dev.phase.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.NewEnumValue;
import dev.phase.schema.EnumType;
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

  private static final int LONGEST = 63;

  @Override
  public Effect plan(Schema schema, Site site) {
    EnumType type = Enums.find(schema, enumType);
    if (before.isPresent() && after.isPresent()) {
      throw new SchemaException(
          "Value '%s' cannot be placed both before and after another.".formatted(value),
          "Give `before` or `after`, or neither for the end.");
    }
    if (type.values().contains(value)) {
      return Effect.of(schema);
    }
    if (value.getBytes(UTF_8).length > LONGEST) {
      throw new SchemaException(
          "Value '%s' is longer than %d bytes.".formatted(value, LONGEST), "Shorten it.");
    }
    Optional<String> neighbour = before.or(() -> after);
    neighbour
        .filter(n -> !type.values().contains(n))
        .ifPresent(
            n -> {
              throw new SchemaException(
                  "Enum %s has no value '%s'.".formatted(enumType, n),
                  "Correct it; the values are %s.".formatted(String.join(", ", type.values())));
            });
    return Effect.of(
        schema,
        new NewEnumValue(
            enumType,
            value,
            new NewEnumValue.Place(before.isPresent(), neighbour),
            site.source()));
  }
}
