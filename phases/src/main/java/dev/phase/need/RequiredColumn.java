package dev.phase.need;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A column of the base table that must not be NULL any more, in no version.
 *
 * @param column by its physical name
 * @param check the name of the check that proves it
 */
public record RequiredColumn(TableKey on, Column column, Identifier check) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> prove(Bases bases) {
    return proof().steps(bases);
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return proof().undo(bases);
  }

  @Override
  public Need after(Renaming renaming) {
    return new RequiredColumn(on, renaming.apply(column), check);
  }

  private NotNullProof proof() {
    return new NotNullProof(on, column, check);
  }
}
