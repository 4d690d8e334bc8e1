package dev.phase.operation;

import dev.phase.need.NewConstraint;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.Renaming;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a constraint as written, over logical columns, into one over the physical columns. */
final class Constraints {

  private Constraints() {}

  /** Adds the constraint to a table that is there. */
  static Effect add(Schema before, Site site, Identifier table, ConstraintSpec spec) {
    Table on = before.table(table);
    if (on.findConstraint(spec.name()).isPresent()) {
      throw new SchemaException(
          "Table %s already has a constraint %s.".formatted(table, spec.name()),
          "Choose another name, or drop that constraint in an earlier operation.");
    }
    if (isBacked(spec)) {
      before.requireFreeRelation(spec.name());
    }
    ConstraintDefinition definition = bind(before, on, spec);
    References.require(before, site, on, spec);
    if (definition instanceof ConstraintDefinition.Unique unique) {
      on.requireConcurrentIndexes();
      if (unique.primaryKey()) {
        requireKeyable(on, unique);
      }
      before
          .catalog()
          .rename(NewConstraint.index(unique), Renaming.none(on.physicalColumns()));
    }
    if (spec.exclude().isPresent()) {
      requireNew(before, on, spec);
    }
    Constraint added = new Constraint(spec.name(), physicalName(before, site, on, spec), definition);
    return Effect.of(
        before.with(on.withConstraints(Table.plus(on.constraints(), added))),
        new NewConstraint(on.key(), added, site.source()));
  }

  private static void requireKeyable(Table on, ConstraintDefinition.Unique key) {
    on.findPrimaryKey()
        .ifPresent(
            present -> {
              throw new SchemaException(
                  "Table %s already has the primary key %s."
                      .formatted(on.name(), present.name()),
                  "Use `change_primary_key` for another one.");
            });
    requireNoNulls(on, key);
  }

  /** A key's index says nothing of NULLs. */
  static void requireNoNulls(Table on, ConstraintDefinition.Unique key) {
    for (Identifier physical : key.keys()) {
      Column column = on.holder(physical).orElseThrow();
      if (column.nullable()) {
        throw new SchemaException(
            "Column %s of %s may be NULL, so it cannot be in a primary key."
                .formatted(column.name(), on.name()),
            "Give the constraint an `up` for it, or make it NOT NULL in an earlier operation.");
      }
    }
  }

  /** PostgreSQL has neither NOT VALID nor USING INDEX for exclusions. */
  private static void requireNew(Schema before, Table on, ConstraintSpec spec) {
    if (before.catalog().base(on.key()).isPresent()) {
      throw new SchemaException(
          "PostgreSQL would lock all readers and writers out of table %s while it builds the index of exclusion %s."
              .formatted(on.name(), spec.name()),
          "Declare it with the table, or add it with `sql` at an hour that bears the lock.");
    }
  }

  /** Over the physical columns of the table. */
  static ConstraintDefinition bind(Schema schema, Table on, ConstraintSpec spec) {
    requireOneKind(spec);
    Deferral deferral = spec.deferrable().orElse(Deferral.NOT_DEFERRABLE);
    if (spec.check().isPresent()) {
      return check(schema, on, spec.check().get());
    }
    if (spec.foreignKey().isPresent()) {
      return foreignKey(schema, on, spec.foreignKey().get(), deferral);
    }
    if (spec.exclude().isPresent()) {
      return spec.exclude().get().on(on, deferral);
    }
    boolean primary = !spec.primaryKey().isEmpty();
    return new ConstraintDefinition.Unique(
        primary,
        physical(on, primary ? spec.primaryKey() : spec.unique()),
        physical(on, spec.include()),
        spec.nullsNotDistinct(),
        deferral);
  }

  private static void requireOneKind(ConstraintSpec spec) {
    int kinds =
        (spec.check().isPresent() ? 1 : 0)
            + (spec.unique().isEmpty() ? 0 : 1)
            + (spec.primaryKey().isEmpty() ? 0 : 1)
            + (spec.foreignKey().isPresent() ? 1 : 0)
            + (spec.exclude().isPresent() ? 1 : 0);
    if (kinds != 1) {
      throw new SchemaException(
          "Constraint %s has %d kinds.".formatted(spec.name(), kinds),
          "Give exactly one of `check`, `unique`, `primary_key`, `foreign_key` and `exclude`.");
    }
  }

  private static ConstraintDefinition check(Schema schema, Table on, SqlExpression expression) {
    List<Column> mentioned =
        on.columns().stream().filter(c -> expression.mentions(c.name())).toList();
    Map<Identifier, Identifier> renames = physicalNames(mentioned);
    return new ConstraintDefinition.Check(
        schema.catalog().rename(expression, new Renaming(on.columns(), renames)),
        mentioned.stream().map(Column::physical).collect(Collectors.toSet()));
  }

  private static ConstraintDefinition foreignKey(
      Schema schema, Table on, ForeignKeySpec spec, Deferral deferral) {
    Identifier name = spec.references().table();
    Table target = name.equals(on.name()) ? on : schema.table(name);
    if (spec.columns().size() != spec.references().columns().size()) {
      throw new SchemaException(
          "A foreign key from %s to %s pairs %d columns with %d."
              .formatted(on.name(), name, spec.columns().size(),
                  spec.references().columns().size()),
          "Name as many columns there as here.");
    }
    return new ConstraintDefinition.ForeignKey(
        physical(on, spec.columns()),
        target.key(),
        physical(target, spec.references().columns()),
        spec.onDelete().orElse(ReferentialAction.NO_ACTION),
        spec.onUpdate().orElse(ReferentialAction.NO_ACTION),
        spec.matchFull(),
        deferral);
  }

  /** From logical to physical, for the columns where the two differ. */
  static Map<Identifier, Identifier> physicalNames(List<Column> columns) {
    Map<Identifier, Identifier> renames = new HashMap<>();
    columns.stream()
        .filter(c -> !c.name().equals(c.physical()))
        .forEach(c -> renames.put(c.name(), c.physical()));
    return renames;
  }

  private static List<Identifier> physical(Table table, List<Identifier> columns) {
    return columns.stream().map(c -> table.column(c).physical()).toList();
  }

  /** Index-backed constraints share their name with a relation; the others only with their table. */
  private static Identifier physicalName(
      Schema before, Site site, Table on, ConstraintSpec spec) {
    if (isBacked(spec)) {
      return site.freeRelation(before, spec.name());
    }
    boolean taken =
        before.catalog().base(on.key()).flatMap(t -> t.findConstraint(spec.name())).isPresent()
            || on.constraints().stream().anyMatch(c -> c.physical().equals(spec.name()));
    return taken ? site.shadow(spec.name()) : spec.name();
  }

  /** Whether an index of the same name belongs to it. */
  static boolean isBacked(ConstraintSpec spec) {
    return !spec.unique().isEmpty()
        || !spec.primaryKey().isEmpty()
        || spec.exclude().isPresent();
  }
}
