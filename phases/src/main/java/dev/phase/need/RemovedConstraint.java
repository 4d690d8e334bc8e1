package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that holds as long as an older version promises it; it goes at contract.
 *
 * @param referenced the table that it points to, where it is a foreign key
 */
public record RemovedConstraint(TableKey on, Identifier constraint, List<TableKey> referenced)
    implements Need {

  public RemovedConstraint {
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
        Ddl.alterTable(bases.table(on), Sql.of("DROP CONSTRAINT %s", constraint))
            .alsoTaking(Ddl.targets(bases, referenced)));
  }
}
