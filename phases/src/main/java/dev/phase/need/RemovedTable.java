package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A table that only older versions know; it goes at contract.
 *
 * @param referenced the tables that its foreign keys point to
 */
public record RemovedTable(TableKey on, List<TableKey> referenced) implements Need {

  public RemovedTable {
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
        Statement.of(
            Sql.of("DROP TABLE %s", bases.table(on)),
            new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE))
            .alsoTaking(Ddl.targets(bases, referenced)));
  }
}
