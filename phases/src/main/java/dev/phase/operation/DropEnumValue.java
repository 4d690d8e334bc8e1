package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes values from an enum type. Older versions keep them.
 *
 * @param map what newer versions see instead, by the value that goes
 */
public record DropEnumValue(
    @JsonProperty("enum") Identifier enumType,
    @JsonProperty(required = true) Map<String, String> map)
    implements Operation {

  public DropEnumValue {
    map = Map.copyOf(map);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    HeldEnum type = Enums.find(before, enumType);
    new TreeMap<>(map).forEach((dropped, instead) -> requireSensible(type, dropped, instead));
    List<String> values =
        type.values().stream().filter(value -> !map.containsKey(value)).toList();
    return new EnumReplacement(
            before, site, type, new EnumMapping(map), new EnumMapping(Map.of()))
        .by(values);
  }

  private void requireSensible(HeldEnum type, String dropped, String instead) {
    Enums.requireValue(type, dropped);
    Enums.requireValue(type, instead);
    if (map.containsKey(instead)) {
      throw new SchemaException(
          "Value '%s' of enum %s would become '%s', which goes too."
              .formatted(dropped, enumType, instead),
          "Map it to a value that stays.");
    }
  }
}
