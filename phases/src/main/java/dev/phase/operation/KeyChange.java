package dev.phase.operation;

import dev.phase.need.Need;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.RemovedConstraint;
import dev.phase.operation.KeyFamily.Place;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.HashMap;
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
  private final KeyFamily family;
  private final Map<Place, Identifier> shadows = new HashMap<>();

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
    this.family = new KeyFamily(before);
  }

  /** Converts these columns of the table, and all that hold their values. */
  Effect convert(Table table, List<Conversion> conversions) {
    family.add(table, conversions);
    List<KeyReference> references = family.references();
    Effect effect = Effect.of(before);
    for (KeyReference reference : references) {
      effect = effect.then(removed(effect.after(), reference));
    }
    for (Place place : family.places()) {
      effect = effect.then(shadow(effect.after(), place, table.key()));
    }
    for (KeyReference reference : references) {
      effect = effect.then(renewed(effect.after(), reference));
    }
    return new Effect(effect.after(), current(effect));
  }

  private static Effect removed(Schema schema, KeyReference reference) {
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
    Conversion conversion = family.conversion(place);
    Table table = schema.at(place.table()).orElseThrow();
    Column original = table.holder(place.physical()).orElseThrow();
    Column key = conversion.key();
    boolean isRoot = place.table().equals(root) && place.physical().equals(key.physical());
    Column wanted = isRoot ? key : original.retyped(key.type(), key.collation());
    if (wanted.equals(original) && conversion.isIdle()) {
      return Effect.of(schema);
    }
    if (wanted.defaultExpression().equals(original.defaultExpression())) {
      new Counting(table, original).requireDefaultOf(before, wanted, !conversion.isIdle());
    }
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
        if (!fits || !Counting.isInteger(family.conversion(place).key())) {
          throw new SchemaException(
              "Column %s of %s also points to another table, with foreign key %s."
                  .formatted(place.physical(), table.name(), constraint.name()),
              "Drop that foreign key first, or change the key that it points to.");
        }
      }
    }
  }

  /** The foreign key between what the columns on its two sides have become. */
  private Effect renewed(Schema schema, KeyReference reference) {
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
