package dev.phase.operation;

import dev.phase.need.Need;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.RemovedConstraint;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The recipe for converting columns that foreign keys point to: every column that holds the same
 * values, in whatever table, gets a shadow in the same version, and each foreign key stands between
 * the shadows before the version is published. Every row is converted by itself, so no trigger looks
 * into another table. At contract a foreign key between the originals goes before what it points to.
 */
final class KeyChange {

  private final Schema before;
  private final Site site;
  private final Map<Place, Conversion> places = new LinkedHashMap<>();
  private final Map<Place, Identifier> shadows = new HashMap<>();
  private final List<References> references = new ArrayList<>();

  /** A column of a table, by its physical name. */
  private record Place(TableKey table, Identifier physical) {}

  /**
   * How a column of the key is converted, and every column that holds its values.
   *
   * @param key as the new version sees it
   */
  record Conversion(Column key, Optional<SqlExpression> up, Optional<SqlExpression> down) {

    /** Whether values stay what they are. */
    boolean isIdle() {
      return up.isEmpty() && down.isEmpty();
    }
  }

  KeyChange(Schema before, Site site) {
    this.before = before;
    this.site = site;
  }

  /** Converts these columns of the table, and all that hold their values. */
  Effect convert(Table table, List<Conversion> conversions) {
    List<Place> open = new ArrayList<>();
    for (Conversion conversion : conversions) {
      Place place = new Place(table.key(), conversion.key().physical());
      places.put(place, conversion);
      open.add(place);
    }
    while (!open.isEmpty()) {
      follow(open.remove(0), open);
    }
    Effect effect = Effect.of(before);
    for (References reference : references) {
      effect = effect.then(removed(effect.after(), reference));
    }
    for (Place place : places.keySet()) {
      effect = effect.then(shadow(effect.after(), place, table.key()));
    }
    for (References reference : references) {
      effect = effect.then(renewed(effect.after(), reference));
    }
    return new Effect(effect.after(), current(effect));
  }

  private void follow(Place place, List<Place> open) {
    Table target = before.at(place.table()).orElseThrow();
    for (References found :
        References.to(before, target, Set.of(place.physical()))) {
      if (!references.contains(found)) {
        references.add(found);
      }
      for (Identifier partner : found.partners(place.physical())) {
        Place next = new Place(found.table(), partner);
        Conversion known = places.putIfAbsent(next, places.get(place));
        if (known == null) {
          open.add(next);
        } else if (!known.key().type().equals(places.get(place).key().type())) {
          throw new SchemaException(
              "Column %s of %s holds values of two columns that get different types."
                  .formatted(partner, found.table()),
              "Give both the same type.");
        }
      }
    }
  }

  private static Effect removed(Schema schema, References reference) {
    Table table = schema.at(reference.table()).orElseThrow();
    TableKey target = reference.key().references();
    return Effect.of(
        schema.with(
            table.withConstraints(
                Table.minus(table.constraints(), table.constraint(reference.name())))),
        new RemovedConstraint(
            table.key(),
            reference.name(),
            target.equals(table.key()) ? List.of() : List.of(target)));
  }

  private Effect shadow(Schema schema, Place place, TableKey root) {
    Conversion conversion = places.get(place);
    Table table = schema.at(place.table()).orElseThrow();
    Column original = table.holder(place.physical()).orElseThrow();
    Column key = conversion.key();
    boolean isRoot = place.table().equals(root) && place.physical().equals(key.physical());
    Column wanted = isRoot ? key : original.retyped(key.type(), key.collation());
    if (wanted.equals(original) && conversion.isIdle()) {
      return Effect.of(schema);
    }
    requireDefault(table, original, wanted, isRoot);
    requireOnlyThisKey(table, place);
    Conversions conversions =
        isRoot ? new Conversions(schema, site) : Conversions.as(key.name(), schema, site);
    Effect effect =
        new Shadow(
                schema, site, table, original, conversions, Removal.Heir.REFERENCED_SHADOW)
            .replaceWith(wanted, conversion.up(), conversion.down());
    shadows.put(
        place,
        effect.after().at(place.table()).orElseThrow().column(original.name()).physical());
    return effect;
  }

  private static void requireDefault(
      Table table, Column original, Column wanted, boolean isRoot) {
    boolean fits = Counting.isInteger(original) && Counting.isInteger(wanted);
    if (!isRoot && original.defaultExpression().isPresent() && !fits) {
      throw new SchemaException(
          "Column %s of %s has the default %s, which is a value of its old type."
              .formatted(original.name(), table.name(), original.defaultExpression().get()),
          "Change or drop the default in an earlier change.");
    }
  }

  /** Another key that the column points to, too, keeps its type. */
  private void requireOnlyThisKey(Table table, Place place) {
    for (Constraint constraint : table.constraints()) {
      if (constraint.definition() instanceof ForeignKey foreign
          && foreign.keys().contains(place.physical())) {
        Identifier target =
            foreign.referencedColumns().get(foreign.keys().indexOf(place.physical()));
        boolean fits =
            before
                .at(foreign.references())
                .flatMap(t -> t.holder(target))
                .filter(Counting::isInteger)
                .isPresent();
        if (!fits || !Counting.isInteger(places.get(place).key())) {
          throw new SchemaException(
              "Column %s of %s also points to another table, with foreign key %s."
                  .formatted(place.physical(), table.name(), constraint.name()),
              "Drop that foreign key first, or change the key that it points to.");
        }
      }
    }
  }

  /** The foreign key between what the columns on its two sides have become. */
  private Effect renewed(Schema schema, References reference) {
    Table table = schema.at(reference.table()).orElseThrow();
    ForeignKey key = reference.key();
    Constraint renewed =
        new Constraint(
            reference.name(),
            site.shadow(reference.name()),
            new ForeignKey(
                moved(reference.table(), key.keys()),
                key.references(),
                moved(key.references(), key.referencedColumns()),
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferral()));
    return Effect.of(
        schema.with(table.withConstraints(Table.plus(table.constraints(), renewed))),
        new NewConstraint(table.key(), renewed, site.source()));
  }

  private List<Identifier> moved(TableKey table, List<Identifier> columns) {
    return columns.stream()
        .map(column -> shadows.getOrDefault(new Place(table, column), column))
        .toList();
  }

  /** Without the copies of indexes and constraints that a later shadow has copied again. */
  private List<Need> current(Effect effect) {
    return effect.needs().stream().filter(need -> isCurrent(effect.after(), need)).toList();
  }

  private static boolean isCurrent(Schema after, Need need) {
    if (need instanceof NewConstraint made) {
      return after.at(made.on()).orElseThrow().constraints().contains(made.constraint());
    }
    return !(need instanceof NewIndex made)
        || after.at(made.on()).orElseThrow().indexes().contains(made.index());
  }
}
