package dev.phase.operation;

import dev.phase.need.RemovedIndex;
import dev.phase.schema.Index;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Drops an index. Older versions keep it until contract. */
public record DropIndex(Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = Indexes.table(before, name);
    Index dropped = Indexes.find(on, name, "drop_constraint");
    boolean concurrently = dropped.physical().equals(name) && !on.isPartitioned();
    return Effect.of(
        before.with(on.withIndexes(Table.minus(on.indexes(), dropped))),
        new RemovedIndex(on.key(), name, concurrently));
  }
}
