package dev.phase.operation;

import dev.phase.need.RenamedTable;
import dev.phase.schema.Gone;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Gives a table another name. Only the view differs; the base table follows at contract. */
public record RenameTable(Identifier from, Identifier to) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table old = before.table(from);
    before.requireFree(to);
    return Effect.of(
        before
            .without(new Gone(old, "it was renamed to %s".formatted(to)))
            .with(old.named(to, site.position())),
        new RenamedTable(old.key(), from, to));
  }
}
