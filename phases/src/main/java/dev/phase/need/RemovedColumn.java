package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** A column that only older versions know; it goes at contract. */
public record RemovedColumn(TableKey on, Identifier column) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.dropColumn(bases.table(on), column));
  }
}
