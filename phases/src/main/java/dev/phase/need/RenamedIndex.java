package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** An index that newer versions know under another name; it is renamed at contract. */
public record RenamedIndex(TableKey on, Identifier from, Identifier to) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.renameIndex(bases, from, to));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.INDEX, from, to));
  }
}
