package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** A column that newer versions know under another name; the base table follows at contract. */
public record RenamedColumn(TableKey on, Identifier from, Identifier to) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.renameColumn(bases.table(on), from, to));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.COLUMN, from, to));
  }
}
