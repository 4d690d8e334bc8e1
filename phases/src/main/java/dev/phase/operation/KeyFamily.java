package dev.phase.operation;

import dev.phase.operation.KeyChange.Conversion;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns of a key, and all columns that hold their values because foreign keys say so. */
final class KeyFamily {

  private final Schema schema;
  private final Map<Place, Conversion> conversions = new LinkedHashMap<>();
  private final List<KeyReference> references = new ArrayList<>();

  /** A column of a table, by its physical name. */
  record Place(TableKey table, Identifier physical) {}

  KeyFamily(Schema schema) {
    this.schema = schema;
  }

  void add(Table table, List<Conversion> ofKey) {
    List<Place> open = new ArrayList<>();
    for (Conversion conversion : ofKey) {
      Place place = new Place(table.key(), conversion.key().physical());
      conversions.put(place, conversion);
      open.add(place);
    }
    while (!open.isEmpty()) {
      follow(open.remove(0), open);
    }
  }

  /** The key's own columns first. */
  List<Place> places() {
    return List.copyOf(conversions.keySet());
  }

  /** How the values there are converted. */
  Conversion conversion(Place place) {
    return conversions.get(place);
  }

  /** The foreign keys between these columns. */
  List<KeyReference> references() {
    return List.copyOf(references);
  }

  private void follow(Place place, List<Place> open) {
    Table target = schema.at(place.table()).orElseThrow();
    for (KeyReference found : KeyReference.to(schema, target, Set.of(place.physical()))) {
      if (!references.contains(found)) {
        references.add(found);
      }
      for (Identifier partner : found.partners(place.physical())) {
        Place next = new Place(found.table(), partner);
        Conversion known = conversions.putIfAbsent(next, conversions.get(place));
        if (known == null) {
          open.add(next);
        } else if (!known.key().type().equals(conversions.get(place).key().type())) {
          throw new SchemaException(
              "Column %s of %s holds values of two columns that get different types."
                  .formatted(partner, found.table()),
              "Give both the same type.");
        }
      }
    }
  }
}
