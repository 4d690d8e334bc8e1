package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a foreign key points to, so that a wrong one is refused before anything runs. */
record KeyTarget(Schema schema, Table on, Table target, ForeignKeySpec spec) {

  private static final Set<String> KINDS = Set.of("primary key", "unique");

  void require() {
    List<Column> columns =
        spec.references().columns().stream().map(target::column).toList();
    requireUnique(columns.stream().map(Column::physical).collect(Collectors.toSet()));
    for (int i = 0; i < columns.size(); i++) {
      requireComparable(on.column(spec.columns().get(i)), columns.get(i));
    }
  }

  private void requireUnique(Set<Identifier> physical) {
    boolean unique =
        target.constraints().stream().anyMatch(c -> isKey(c.definition(), physical))
            || target.indexes().stream().anyMatch(i -> i.definition().isKey(physical));
    if (!unique) {
      throw new SchemaException(
          "Nothing keeps %s of table %s unique, so a foreign key cannot point there."
              .formatted(
                  spec.references().columns().stream()
                      .map(Identifier::value)
                      .collect(Collectors.joining(", ")),
                  target.name()),
          "Add a unique constraint in an earlier operation, or name columns that have one.");
    }
  }

  private static boolean isKey(ConstraintDefinition definition, Set<Identifier> columns) {
    return definition instanceof ConstraintDefinition.Unique unique
        ? unique.deferral() == Deferral.NOT_DEFERRABLE && Set.copyOf(unique.keys()).equals(columns)
        : definition instanceof ConstraintDefinition.Opaque opaque
            && KINDS.contains(opaque.kind())
            && opaque.columns().containsAll(columns);
  }

  private void requireComparable(Column from, Column to) {
    if (!from.type().equals(to.type())) {
      schema
          .catalog()
          .tryOut(
              Sql.of("SELECT CAST(NULL AS %s) = CAST(NULL AS %s)", to.type(), from.type()),
              "Give column %s of %s a type that compares with %s, to which its foreign key points."
                  .formatted(from.name(), on.name(), to.type()));
    }
  }
}
