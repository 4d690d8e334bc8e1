package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A column that only older versions know; it goes at contract.
 *
 * @param referenced the tables that foreign keys of the column point to
 */
public record RemovedColumn(TableKey on, Identifier column, List<TableKey> referenced)
    implements Need {

  public RemovedColumn {
    referenced = List.copyOf(referenced);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<TableKey> released() {
    return referenced;
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(
        Ddl.dropColumn(bases.table(on), column).alsoTaking(Ddl.targets(bases, referenced)));
  }
}
