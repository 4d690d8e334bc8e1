package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that newer versions know under another name; the base table follows at contract, and
 * so does the constraint's index where it has one.
 */
public record RenamedConstraint(TableKey on, Identifier from, Identifier to) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(
        Ddl.alterTable(bases.table(on), Sql.of("RENAME CONSTRAINT %s TO %s", from, to)));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.CONSTRAINT, from, to));
  }
}
