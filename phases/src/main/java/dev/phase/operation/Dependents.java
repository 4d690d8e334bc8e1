package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to take away what other objects stand on. */
final class Dependents {

  private Dependents() {}

  /** Refuses where a key of another table points to the columns of this unique constraint. */
  static void requireNoReference(Table on, Constraint dropped) {
    if (!(dropped.definition() instanceof ConstraintDefinition.Unique unique)) {
      return;
    }
    for (Dependent dependent : on.dependents()) {
      if (dependent.isForeignKey() && unique.keys().containsAll(dependent.columns())) {
        refuse("constraint " + dropped.name(), on, dependent);
      }
    }
  }

  /** The same for keys that changes in flight are about to make. */
  static void requireNoReference(Schema schema, Table on, Constraint dropped) {
    if (dropped.definition() instanceof ConstraintDefinition.Unique unique) {
      schema
          .referring(on.key(), Set.copyOf(unique.keys()))
          .forEach(key -> refuse("constraint " + dropped.name(), on, key));
    }
  }

  /** Refuses where a key that a change in flight is about to make points to the table. */
  static void requireNone(Schema without, Table table) {
    without
        .referring(
            table.key(),
            table.columns().stream().map(Column::physical).collect(Collectors.toSet()))
        .forEach(key -> refuse("table " + table.name(), table, key));
  }

  /** Refuses where anything outside the table depends on it. */
  static void requireNone(Table table) {
    table.dependents().stream()
        .filter(dependent -> !dependent.goesWithTable() && !isOwnKey(table, dependent))
        .findFirst()
        .ifPresent(dependent -> refuse("table " + table.name(), table, dependent));
  }

  /** Whether it is a key of the table that points to the table itself. */
  private static boolean isOwnKey(Table table, Dependent dependent) {
    return dependent.isForeignKey()
        && table.constraints().stream()
            .filter(
                c ->
                    c.definition() instanceof ConstraintDefinition.ForeignKey key
                        && key.references().equals(table.key()))
            .anyMatch(
                c -> dependent.name().endsWith(".%s.%s".formatted(table.key(), c.physical())));
  }

  private static void refuse(String what, Table table, Object dependent) {
    throw new SchemaException(
        "Cannot drop %s: %s depends on table %s.".formatted(what, dependent, table.name()),
        "Drop or change that first, in an earlier change that has been contracted.");
  }
}
