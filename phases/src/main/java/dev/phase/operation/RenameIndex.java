package dev.phase.operation;

import dev.phase.need.RenamedIndex;
import dev.phase.schema.Index;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Gives an index another name; the catalog follows at contract. */
public record RenameIndex(Identifier from, Identifier to) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = Indexes.table(before, from);
    Index old = Indexes.find(on, from, "rename_constraint");
    Names.requireFreeRelation(before, on, to);
    Index renamed = new Index(to, old.physical(), old.definition());
    return Effect.of(
        before.with(
            on.withIndexes(on.indexes().stream().map(i -> i.equals(old) ? renamed : i).toList())),
        new RenamedIndex(on.key(), from, to));
  }
}
