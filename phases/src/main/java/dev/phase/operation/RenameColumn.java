package dev.phase.operation;

import dev.phase.need.RenamedColumn;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Gives a column another name. Only the view differs; the base table follows at contract. */
public record RenameColumn(Identifier table, Identifier from, Identifier to) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Column old = on.column(from);
    if (on.find(to).isPresent()) {
      throw new SchemaException(
          "Table %s already has a column %s.".formatted(table, to),
          "Choose another name, or drop that column in an earlier operation.");
    }
    return Effect.of(
        before.with(on.replacing(old, old.named(to), site.position())),
        new RenamedColumn(on.key(), from, to));
  }
}
