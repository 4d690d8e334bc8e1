package dev.phase.operation;

import dev.phase.need.CarriedSequence;
import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.PutBack;
import dev.phase.need.RemovedColumn;
import dev.phase.need.SetAside;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.EnumChange;
import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Renaming;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The recipe for a change that converts data: a shadow column beside the original, kept in step by a
 * sync rule, with everything that the original has. At contract it takes the original's place.
 */
final class Shadow {

  private final Schema before;
  private final Site site;
  private final Table table;
  private final Column original;
  private final Optional<EnumChange> change;
  private final Conversions conversions;
  private final Removal.Heir heir;

  Shadow(Schema before, Site site, Table table, Column original) {
    this(before, site, table, original, Optional.empty());
  }

  /**
   * @param change the enum that the shadow's type takes the place of, as definitions name it
   */
  Shadow(
      Schema before, Site site, Table table, Column original, Optional<EnumChange> change) {
    this(
        before,
        site,
        table,
        original,
        change,
        new Conversions(before, site),
        Removal.Heir.SHADOW);
  }

  /**
   * @param heir what becomes of the keys that the column is part of
   */
  Shadow(
      Schema before,
      Site site,
      Table table,
      Column original,
      Conversions conversions,
      Removal.Heir heir) {
    this(before, site, table, original, Optional.empty(), conversions, heir);
  }

  private Shadow(
      Schema before,
      Site site,
      Table table,
      Column original,
      Optional<EnumChange> change,
      Conversions conversions,
      Removal.Heir heir) {
    this.before = before;
    this.site = site;
    this.table = table;
    this.original = original;
    this.change = change;
    this.conversions = conversions;
    this.heir = heir;
  }

  /**
   * @param wanted the column as the new version sees it; its physical name is replaced
   * @param up absent where PostgreSQL's assignment cast does it
   * @param down likewise; nothing flows down where older versions compute the original
   */
  Effect replaceWith(Column wanted, Optional<SqlExpression> up, Optional<SqlExpression> down) {
    boolean isFreed =
        original.kind() == Column.Kind.GENERATED && wanted.kind() == Column.Kind.PLAIN;
    Removal removal =
        Removal.of(before, table, isFreed ? original.of(Column.Kind.PLAIN) : original, heir);
    removal.require("convert", Dependent::isCarried);
    if (wanted.nullable()) {
      removal.require("let NULL into", dependent -> !dependent.isReplicaIdentity());
    }
    Column shadow = wanted.heldIn(site.shadow(original.name()));
    AddedColumns.requireFree(before, table, shadow.physical());
    AddedColumns.requireInstant(before, shadow);
    Counting counting = new Counting(table, original);
    counting.requireCountable(wanted);
    Table after = table.replacing(original, shadow, site.position());
    SqlExpression same = conversions.value(original);
    new PlainCast(before.catalog(), original, shadow, same)
        .require(up.isEmpty(), down.isEmpty() && !isFreed);
    SyncRule rule =
        new SyncRule(
            table.key(),
            site.position(),
            List.of(conversions.up(table, shadow, up.orElse(same), site.at("up"))),
            isFreed
                ? List.of()
                : List.of(
                    conversions.down(after, original, down.orElse(same), site.at("down"))));

    List<Need> needs = new ArrayList<>();
    if (counting.hasSequence()) {
      needs.add(
          new CarriedSequence(
              table.key(),
              original.name(),
              shadow.physical(),
              counting.sequence(before),
              site.source()));
    }
    needs.add(
        new SetAside(
            table.key(),
            original.name(),
            shadow.physical(),
            before.catalog().requireRemakable(table.key(), original.physical(), shadow),
            table.dependents().stream()
                .anyMatch(d -> d.isStatistics() && d.columns().contains(original.physical()))));
    needs.add(
        new RemovedColumn(
            table.key(), original.name(), table.referencedBy(Set.of(original.physical()))));
    needs.add(
        new NewColumn(
            table.key(), shadow, counting.initially(shadow), site.at("type")));
    needs.add(rule);
    List<Index> indexes = table.indexes().stream().map(i -> inherit(i, shadow, needs)).toList();
    List<Constraint> constraints =
        table.constraints().stream().map(c -> inherit(c, shadow, needs)).toList();
    Table heir = after.withHeir(original.physical(), shadow.physical());
    needs.add(new PutBack(table.key(), original.physical(), shadow.physical()));
    return new Effect(
        before.with(heir.withIndexes(indexes).withConstraints(constraints)), needs);
  }

  private Index inherit(Index index, Column shadow, List<Need> needs) {
    if (!Removal.of(before, table, original).stands(index.definition())) {
      return index;
    }
    IndexDefinition renamed =
        before.catalog().rename(index.definition(), toShadow(shadow));
    Index inherited = new Index(index.name(), copyOf(index.name(), index.physical()), renamed);
    // Once more, on the new type: PostgreSQL refuses here what it would refuse in the middle.
    before.catalog().rename(inherited.definition(), Renaming.none(physicalColumns(shadow)));
    needs.add(new NewIndex(table.key(), inherited, site.source()));
    return inherited;
  }

  private Constraint inherit(Constraint constraint, Column shadow, List<Need> needs) {
    if (!constraint.definition().columns().contains(original.physical())) {
      return constraint;
    }
    Constraint inherited =
        new Constraint(
            constraint.name(),
            copyOf(constraint.name(), constraint.physical()),
            moved(constraint.definition(), shadow));
    needs.add(new NewConstraint(table.key(), inherited, site.source()));
    return inherited;
  }

  /** One operation may convert several columns of the same index, each time with a copy of its own. */
  private Identifier copyOf(Identifier name, Identifier present) {
    return present.equals(name) || !site.isShadow(present)
        ? site.shadow(name)
        : site.shadow(original.name(), name);
  }

  private ConstraintDefinition moved(ConstraintDefinition definition, Column shadow) {
    if (definition instanceof ConstraintDefinition.Check check) {
      SqlExpression expression =
          before.catalog().rename(check.expression(), toShadow(shadow));
      before.catalog().rename(expression, Renaming.none(physicalColumns(shadow)));
      return new ConstraintDefinition.Check(
          expression, Set.copyOf(moved(List.copyOf(check.columns()), shadow)));
    }
    if (definition instanceof ConstraintDefinition.Unique unique) {
      ConstraintDefinition.Unique moved =
          new ConstraintDefinition.Unique(
              unique.primaryKey(),
              moved(unique.keys(), shadow),
              moved(unique.include(), shadow),
              unique.nullsNotDistinct(),
              unique.deferral());
      before
          .catalog()
          .rename(NewConstraint.index(moved), Renaming.none(physicalColumns(shadow)));
      return moved;
    }
    ConstraintDefinition.ForeignKey key = (ConstraintDefinition.ForeignKey) definition;
    return new ConstraintDefinition.ForeignKey(
        moved(key.keys(), shadow),
        key.references(),
        key.referencedColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.matchFull(),
        key.deferral());
  }

  private List<Identifier> moved(List<Identifier> columns, Column shadow) {
    return columns.stream()
        .map(c -> c.equals(original.physical()) ? shadow.physical() : c)
        .toList();
  }

  private Renaming toShadow(Column shadow) {
    return new Renaming(
        physicalColumns(original), Map.of(original.physical(), shadow.physical()), change);
  }

  /** The table's columns under their physical names, with this one in the original's place. */
  private List<Column> physicalColumns(Column instead) {
    return table.columns().stream()
        .map(c -> c.equals(original) ? instead : c)
        .map(c -> c.named(c.physical()))
        .toList();
  }
}
