package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** An index that older versions still want; it goes at contract. */
public record RemovedIndex(TableKey on, Identifier index) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> beforeContract(Bases bases) {
    return List.of(
        SqlStep.alone(
            "drop-index:" + index,
            "Drop index %s".formatted(index),
            Ddl.dropIndexConcurrently(bases, bases.table(on), index),
            new Guard.Repeatable()));
  }
}
