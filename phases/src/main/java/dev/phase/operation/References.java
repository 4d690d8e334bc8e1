package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses foreign keys that PostgreSQL would refuse once everything else is done. */
record References(Schema schema, Table from, Table to) {

  /** Where user SQL runs first, what it makes cannot be judged yet. */
  static void require(Schema schema, Site site, Table on, ConstraintSpec constraint) {
    if (constraint.foreignKey().isEmpty() || site.afterSql()) {
      return;
    }
    ForeignKeySpec key = constraint.foreignKey().get();
    Identifier target = key.references().table();
    new References(schema, on, target.equals(on.name()) ? on : schema.table(target))
        .require(key.columns(), key.references().columns());
  }

  /** Pair by pair. */
  private void require(List<Identifier> columns, List<Identifier> referenced) {
    List<Column> targets = referenced.stream().map(to::column).toList();
    Set<Identifier> keys = new HashSet<>(targets.stream().map(Column::physical).toList());
    if (to.constraints().stream().noneMatch(c -> isUnique(c, keys))
        && to.indexes().stream().noneMatch(i -> isUnique(i.definition(), keys))) {
      throw new SchemaException(
          "No primary key and no unique constraint of table %s is on %s, so no foreign key can point there."
              .formatted(to.name(), names(targets)),
          "Add a unique constraint there first.");
    }
    for (int i = 0; i < targets.size(); i++) {
      requireComparable(from.column(columns.get(i)), targets.get(i));
    }
  }

  private void requireComparable(Column one, Column other) {
    schema
        .catalog()
        .tryOut(
            Sql.of("SELECT CAST(NULL AS %s) = CAST(NULL AS %s)", one.type(), other.type()),
            "Give %s and %s types that can be compared.".formatted(one.name(), other.name()));
  }

  private static boolean isUnique(Constraint constraint, Set<Identifier> keys) {
    if (constraint.definition() instanceof ConstraintDefinition.Unique unique) {
      return Set.copyOf(unique.keys()).equals(keys)
          && unique.deferral() == Deferral.NOT_DEFERRABLE;
    }
    // One with unusual options; its columns may include others than its keys.
    return constraint.definition() instanceof ConstraintDefinition.Opaque opaque
        && constraint.hasIndex()
        && opaque.columns().containsAll(keys);
  }

  private static boolean isUnique(IndexDefinition index, Set<Identifier> keys) {
    return index.unique()
        && !index.hasExpressions()
        && new HashSet<>(index.keys().stream().map(key -> key.column().orElseThrow()).toList())
            .equals(keys);
  }

  private static String names(List<Column> columns) {
    return String.join(", ", columns.stream().map(c -> c.name().value()).toList());
  }
}
