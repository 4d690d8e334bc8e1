package dev.phase.operation;

import dev.phase.need.RemovedConstraint;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.Set;

/** Drops a constraint. It holds until contract, because older versions rely on it. */
public record DropConstraint(Identifier table, Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Constraint dropped = on.constraint(name);
    Dependents.requireNoReference(on, dropped);
    Dependents.requireNoReference(before, on, dropped);
    return Effect.of(
        before.with(on.withConstraints(Table.minus(on.constraints(), dropped))),
        new RemovedConstraint(on.key(), name, on.referencedBy(foreignKey(dropped))));
  }

  private static Set<Identifier> foreignKey(Constraint dropped) {
    return dropped.definition() instanceof ConstraintDefinition.ForeignKey key
        ? Set.copyOf(key.keys())
        : Set.of();
  }
}
