package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/** A table that newer versions know under another name; the base table follows at contract. */
public record RenamedTable(TableKey on, Identifier from, Identifier to) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.alterTable(bases.in(from), Sql.of("RENAME TO %s", to)));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.TABLE, from, to));
  }
}
