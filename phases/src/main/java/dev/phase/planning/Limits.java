package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewIndex;
import dev.phase.need.NewTable;
import dev.phase.need.RemovedColumn;
import dev.phase.need.RemovedConstraint;
import dev.phase.need.RemovedIndex;
import dev.phase.need.RenamedColumn;
import dev.phase.need.RenamedConstraint;
import dev.phase.need.SyncRule;
import dev.phase.schema.Catalog;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what PostgreSQL would refuse in the middle, because of what a base table is: foreign, typed,
 * partitioned, a partition, a parent, a child, or full.
 *
 * @param planned what the version needs already
 */
record Limits(Catalog catalog, List<Need> planned) {

  /** MaxHeapAttributeNumber of PostgreSQL; dropped columns count. */
  private static final int MOST_COLUMNS = 1600;

  /**
   * @param more what the next operation needs
   */
  void require(List<Need> more) {
    for (int i = 0; i < more.size(); i++) {
      Need need = more.get(i);
      int columns = columnsOf(need, planned) + columnsOf(need, more.subList(0, i)) + 1;
      need.table().flatMap(catalog::base).ifPresent(base -> require(need, base, columns));
      if (need instanceof NewTable made) {
        made.created().constraints().forEach(c -> requireTarget(c, false));
      }
    }
  }

  private static int columnsOf(Need need, List<Need> among) {
    return Math.toIntExact(
        among.stream()
            .filter(NewColumn.class::isInstance)
            .filter(other -> other.table().equals(need.table()))
            .count());
  }

  /**
   * @param columns how many columns the table gets up to this need, if it is one
   */
  private void require(Need need, Table base, int columns) {
    refuseIf(base.dependent("foreign table"), "Table %s is %s.", base, "Change it where it is.");
    if (need instanceof NewColumn added) {
      requireColumn(base, added, columns);
    }
    if (need instanceof SyncRule || need instanceof NewColumn n && n.isSwept()) {
      refuseIf(
          base.dependent("child table"),
          "Table %s also has the rows of %s, which triggers on it do not see.",
          base,
          "Use `sql`, or make the child a partition.");
    }
    if (need instanceof RenamedColumn renamed) {
      requireOwn(base, renamed.from());
    }
    if (need instanceof RemovedColumn removed) {
      requireOwn(base, removed.column());
    }
    if (need instanceof RemovedIndex removed) {
      requireOwn(base, "index of a partitioned table", removed.index());
    }
    if (need instanceof RemovedConstraint removed) {
      requireOwn(base, "inherited constraint", removed.constraint());
    }
    if (need instanceof RenamedConstraint renamed) {
      requireOwn(base, "inherited constraint", renamed.from());
    }
    if (need instanceof NewIndex made) {
      requireFree(made.index().physical());
      requireConcurrentBuild(base, made.index().name());
    }
    if (need instanceof NewConstraint made) {
      requireConstraint(base, made.constraint());
    }
  }

  private void requireColumn(Table base, NewColumn added, int wanted) {
    refuseIf(
        base.dependent("partitioned table").or(() -> base.dependent("type of the table")),
        "Table %s has its columns from %s.",
        base,
        "Change that instead.");
    int used = catalog.columnNumbers(base.name());
    if (used + wanted > MOST_COLUMNS) {
      throw new SchemaException(
          "Table %s has used %d of the %d columns that a table can ever have, dropped ones included, and column %s would be one too many."
              .formatted(base.name(), used, MOST_COLUMNS, added.column().name()),
          "Copy the table to a new one, which starts to count anew.");
    }
  }

  private static void requireOwn(Table base, Identifier column) {
    Optional<Dependent> template =
        base.dependents().stream()
            .filter(d -> d.isTemplate() && d.columns().contains(column))
            .findFirst();
    refuseIf(
        template,
        "Column " + column + " of table %s comes from %s.",
        base,
        "Change that instead.");
  }

  private static void requireOwn(Table base, String kind, Identifier part) {
    refuseIf(
        base.dependents().stream()
            .filter(d -> d.kind().equals(kind) && d.name().equals(part.value()))
            .findFirst(),
        "Table %s has %s from the table that it belongs to.",
        base,
        "Change it there.");
  }

  private void requireConstraint(Table base, Constraint constraint) {
    boolean partitioned = base.dependent("partition key").isPresent();
    if (constraint.definition() instanceof ConstraintDefinition.ForeignKey && partitioned) {
      throw new SchemaException(
          "Foreign key %s cannot be added without a scan that blocks: table %s is partitioned."
              .formatted(constraint.name(), base.name()),
          "Add it to each partition.");
    }
    if (base.findConstraint(constraint.physical()).isPresent()) {
      throw new SchemaException(
          "Table %s already has a constraint %s, a name that Phase keeps for itself."
              .formatted(base.name(), constraint.physical()),
          "Rename that constraint in an earlier change.");
    }
    if (constraint.hasIndex()) {
      requireFree(constraint.physical());
      requireConcurrentBuild(base, constraint.name());
    }
    requireTarget(constraint, base.dependent("unlogged table").isPresent());
  }

  private void requireTarget(Constraint constraint, boolean fromUnlogged) {
    if (!(constraint.definition() instanceof ConstraintDefinition.ForeignKey key)) {
      return;
    }
    Optional<Table> target = catalog.base(key.references());
    target
        .flatMap(t -> t.dependent("foreign table"))
        .or(
            () -> target.filter(t -> !fromUnlogged).flatMap(t -> t.dependent("unlogged table")))
        .ifPresent(
            dependent -> {
              throw new SchemaException(
                  "Foreign key %s cannot point to %s.".formatted(constraint.name(), dependent),
                  "Point it to an ordinary table.");
            });
  }

  private void requireFree(Identifier index) {
    if (catalog.isTaken(index)) {
      throw new SchemaException(
          "Something is already called %s, a name that Phase keeps for itself.".formatted(index),
          "Rename that in an earlier change.");
    }
  }

  private static void requireConcurrentBuild(Table base, Identifier index) {
    refuseIf(
        base.dependent("partition key"),
        "Index " + index + " cannot be built concurrently: table %s is partitioned, by %s.",
        base,
        "Build it on each partition with `sql` operations, and attach it to one on the table.");
  }

  private static void refuseIf(
      Optional<Dependent> reason, String problem, Table base, String remedy) {
    reason.ifPresent(
        dependent -> {
          throw new SchemaException(problem.formatted(base.name(), dependent), remedy);
        });
  }
}
