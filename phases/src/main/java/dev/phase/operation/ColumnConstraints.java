package dev.phase.operation;

import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.Schema;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The constraints that a column carries, under the names that PostgreSQL would give them. */
final class ColumnConstraints {

  private ColumnConstraints() {}

  static List<ConstraintSpec> of(Schema schema, Identifier table, ColumnSpec column) {
    List<ConstraintSpec> constraints = new ArrayList<>();
    List<Identifier> itself = List.of(column.name());
    column
        .check()
        .ifPresent(
            check ->
                constraints.add(
                    spec(name(table, column, "check"), Optional.of(check), List.of(), List.of(),
                        Optional.empty(), Optional.empty())));
    if (column.unique()) {
      constraints.add(
          spec(free(schema, "key", table.value(), column.name().value()), Optional.empty(), itself, List.of(),
              Optional.empty(), Optional.empty()));
    }
    if (column.primaryKey()) {
      constraints.add(
          spec(free(schema, "pkey", table.value()), Optional.empty(), List.of(), itself,
              Optional.empty(), Optional.empty()));
    }
    column
        .references()
        .ifPresent(
            target ->
                constraints.add(
                    spec(
                        target.name().orElseGet(() -> name(table, column, "fkey")),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.of(
                            new ForeignKeySpec(
                                itself,
                                new ForeignKeySpec.Target(
                                    target.table(), List.of(target.column())),
                                target.onDelete(),
                                target.onUpdate(),
                                false)),
                        target.deferrable())));
    return constraints;
  }

  private static ConstraintSpec spec(
      Identifier name,
      Optional<SqlExpression> check,
      List<Identifier> unique,
      List<Identifier> primaryKey,
      Optional<ForeignKeySpec> foreignKey,
      Optional<Deferral> deferrable) {
    return new ConstraintSpec(
        name, check, unique, primaryKey, foreignKey, Optional.empty(), List.of(), false, deferrable);
  }

  /** With a number at its end where the name is taken, as PostgreSQL does it. */
  private static Identifier free(Schema schema, String suffix, String... parts) {
    List<String> all = new ArrayList<>(List.of(parts));
    all.add(suffix);
    for (int i = 1; ; i++) {
      Identifier name = GeneratedName.of(all.toArray(String[]::new));
      if (schema.holder(name).isEmpty()) {
        return name;
      }
      all.set(all.size() - 1, suffix + i);
    }
  }

  private static Identifier name(Identifier table, ColumnSpec column, String suffix) {
    return GeneratedName.of(table.value(), column.name().value(), suffix);
  }
}
