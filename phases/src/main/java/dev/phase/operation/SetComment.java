package dev.phase.operation;

import dev.phase.need.CommentChange;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * Comments on a table or on one of its columns. The new version's view has the comment; the base
 * table follows at contract.
 *
 * @param comment an empty text for none, as PostgreSQL takes it
 */
public record SetComment(Identifier table, Optional<Identifier> column, String comment)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Optional<String> text = Optional.of(comment).filter(c -> !c.isEmpty());
    Table after =
        column
            .map(on::column)
            .map(c -> on.replacing(c, commented(c, text), on.touchedAt()))
            .orElseGet(() -> on.withComment(text));
    return Effect.of(before.with(after), new CommentChange(on.key(), column, text));
  }

  private static Column commented(Column column, Optional<String> text) {
    return new Column(
        column.name(),
        column.physical(),
        column.type(),
        column.nullable(),
        column.defaultExpression(),
        column.collation(),
        column.kind(),
        text);
  }
}
