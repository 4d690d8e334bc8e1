package dev.phase.operation;

import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;

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

  private static void refuse(String what, Table table, Dependent dependent) {
    throw new SchemaException(
        "Cannot drop %s: %s depends on table %s.".formatted(what, dependent, table.name()),
        "Drop or change that first, in an earlier change that has been contracted.");
  }
}
