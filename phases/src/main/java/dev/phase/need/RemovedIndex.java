package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * An index that older versions still want; it goes at contract.
 *
 * @param concurrently whether it can go ahead of the contract's transaction; one that only gets its
 *     name there goes there
 */
public record RemovedIndex(TableKey on, Identifier index, boolean concurrently) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> beforeContract(Bases bases) {
    return concurrently
        ? List.of(
            SqlStep.alone(
                "drop-index:" + index,
                "Drop index %s".formatted(index),
                Ddl.dropIndexConcurrently(bases, bases.table(on), index),
                new Guard.Repeatable()))
        : List.of();
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return concurrently
        ? List.of()
        : List.of(
            Statement.of(
                Sql.of("DROP INDEX %s", bases.in(index)),
                new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE)));
  }
}
