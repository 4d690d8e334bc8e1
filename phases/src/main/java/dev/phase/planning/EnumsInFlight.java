package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.NewEnumValue;
import dev.phase.need.RemovedEnum;
import dev.phase.need.ReplacedEnum;
import dev.phase.schema.Catalog;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The enum types that the newest version does not find in the catalog as they are there. */
final class EnumsInFlight {

  private final Catalog catalog;
  private final Map<Identifier, HeldEnum> changed = new HashMap<>();
  private final Map<Identifier, HeldEnum> removed = new HashMap<>();

  EnumsInFlight(Catalog catalog, Window window) {
    this.catalog = catalog;
    window.versions().stream()
        .flatMap(v -> v.needs().stream())
        // The catalog has them already.
        .filter(need -> !(need instanceof NewEnumValue))
        .forEach(this::learn);
  }

  /** What an operation makes of an enum, for those after it. */
  void learn(Need need) {
    if (need instanceof ReplacedEnum replaced) {
      changed.put(replaced.name(), replaced.type());
    } else if (need instanceof RemovedEnum gone) {
      find(gone.name()).ifPresent(type -> removed.put(type.name(), type));
    } else if (need instanceof NewEnumValue added) {
      find(added.name()).ifPresent(type -> changed.put(type.name(), plus(type, added)));
    }
  }

  Optional<HeldEnum> find(Identifier name) {
    if (removed.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(changed.get(name)).or(() -> catalog.enumType(name));
  }

  /** The type that the newest version means where it says this one. */
  SqlType meant(SqlType canonical) {
    SqlType type = canonical;
    for (HeldEnum each : changed.values()) {
      type = type.replacing(each.named(), each.held());
    }
    for (HeldEnum each : removed.values()) {
      if (type.isOf(each.named()) || type.isOf(each.held())) {
        throw new SchemaException(
            "Enum %s was dropped by an earlier operation.".formatted(each.name()),
            "Use another type, or do not drop the enum.");
      }
    }
    return type;
  }

  boolean isUnnamed(SqlType type) {
    return changed.values().stream().anyMatch(e -> e.isReplaced() && type.isOf(e.held()));
  }

  private static HeldEnum plus(HeldEnum type, NewEnumValue added) {
    List<String> values = new ArrayList<>(type.values());
    Optional<Integer> neighbour = added.place().neighbour().map(values::indexOf);
    values.add(
        neighbour.map(at -> added.place().before() ? at : at + 1).orElse(values.size()),
        added.value());
    return type.with(values);
  }
}
