package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.RenamedEnumValue;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import java.util.Map;

/**
 * Gives a value of an enum type another name. Older versions keep the one that they know.
 */
public record RenameEnumValue(
    @JsonProperty("enum") Identifier enumType, String from, String to) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    HeldEnum type = Enums.find(before, enumType);
    Enums.requireValue(type, from);
    Enums.requireShort(to);
    if (type.values().contains(to)) {
      throw new SchemaException(
          "Enum %s already has a value '%s'.".formatted(enumType, to),
          "Choose another name, or use `drop_enum_value` to make one value of two.");
    }
    if (EnumUses.of(before, type).isEmpty()) {
      Enums.requireOwner(before, type);
      return Effect.of(before, new RenamedEnumValue(enumType, from, to, site.source()));
    }
    return new EnumReplacement(
            before, site, type, new EnumMapping(Map.of(from, to)), new EnumMapping(Map.of(to, from)))
        .by(type.values().stream().map(value -> value.equals(from) ? to : value).toList());
  }
}
