package dev.phase.need;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/** An enum type that only older versions know; it goes at contract, after their views. */
public record RemovedEnum(Identifier name) implements Need, Standalone {

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  @Override
  public List<SqlStep> lastContractSteps(Bases bases) {
    Sql drop = Sql.of("DROP TYPE IF EXISTS %s", bases.in(name));
    return List.of(
        SqlStep.transaction(
            "enum:" + name,
            "Drop enum %s, unless something has begun to use it".formatted(name),
            List.of(Statement.of(Ddl.unlessInUse(drop)))));
  }
}
