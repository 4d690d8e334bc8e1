package dev.phase.operation;

import dev.phase.need.RenamedConstraint;
import dev.phase.schema.Constraint;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Gives a constraint another name, and its index where it has one; the catalog follows at contract. */
public record RenameConstraint(Identifier table, Identifier from, Identifier to)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Constraint old = on.constraint(from);
    if (on.findConstraint(to).isPresent()) {
      throw new SchemaException(
          "Table %s already has a constraint %s.".formatted(table, to),
          "Choose another name, or drop that constraint in an earlier operation.");
    }
    if (old.hasIndex()) {
      Names.requireFreeRelation(before, on, to);
    }
    Constraint renamed = new Constraint(to, old.physical(), old.definition());
    return Effect.of(
        before.with(
            on.withConstraints(
                on.constraints().stream().map(c -> c.equals(old) ? renamed : c).toList())),
        new RenamedConstraint(on.key(), from, to));
  }
}
