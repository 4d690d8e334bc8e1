package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.plan.Source;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Optional;

/** A default that newer versions have in their views; the base table follows at contract. */
public record DefaultChange(
    TableKey on, Identifier column, Optional<SqlExpression> value, Source source) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.setDefault(bases.table(on), column, value).from(source));
  }
}
