package dev.phase.operation;

import dev.phase.need.RemovedTable;
import dev.phase.schema.Column;
import dev.phase.schema.Gone;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.Set;
import java.util.stream.Collectors;

/** Drops a table. Newer versions do not see it; it goes at contract. */
public record DropTable(Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table dropped = before.table(name);
    Dependents.requireNone(dropped);
    Dependents.requireNone(before.without(new Gone(dropped, "it was dropped")), dropped);
    return Effect.of(
        before.without(new Gone(dropped, "it was dropped")), new RemovedTable(dropped.key(), dropped.referencedBy(all(dropped))));
  }

  private static Set<Identifier> all(Table table) {
    return table.columns().stream().map(Column::physical).collect(Collectors.toSet());
  }
}
