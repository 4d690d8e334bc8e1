package dev.phase.need;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A comment that newer versions have on their views; the base table follows at contract.
 *
 * @param column absent for the table itself
 * @param comment absent for none
 */
public record CommentChange(TableKey on, Optional<Identifier> column, Optional<String> comment)
    implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(Ddl.comment(bases.table(on), column, comment));
  }
}
