package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A generated column that becomes a plain one at contract, with the values that it has by then.
 *
 * @param column the name that it has by then
 */
public record DroppedExpression(TableKey on, Identifier column, Source source) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(
        Ddl.alterTable(
                bases.table(on), Sql.of("ALTER COLUMN %s DROP EXPRESSION IF EXISTS", column))
            .from(source));
  }
}
