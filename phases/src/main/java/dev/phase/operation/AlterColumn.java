package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Optional;

/**
 * Changes what a column is or holds: in place where PostgreSQL need not look at a row for that, and
 * by way of a shadow column where it would.
 *
 * @param collation as SQL text, such as {@code "C"} in its quotes
 * @param comment an empty text for none, as PostgreSQL takes it
 * @param up the new value from the columns of the version before
 * @param down the old value from the columns of the new version
 */
public record AlterColumn(
    Identifier table,
    Identifier column,
    Optional<SqlType> type,
    Optional<Boolean> nullable,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
    Optional<String> collation,
    Optional<String> comment,
    Optional<SqlExpression> up,
    Optional<SqlExpression> down)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Column old = on.column(column);
    Column wanted =
        new Column(
            old.name(),
            old.physical(),
            type.map(before.catalog()::canonical).orElse(old.type()),
            nullable.orElse(old.nullable()),
            defaultExpression.or(old::defaultExpression).filter(d -> !d.isNull()),
            collation.or(() -> type.isPresent() ? Optional.empty() : old.collation()),
            old.kind(),
            comment.or(old::comment).filter(text -> !text.isEmpty()));
    requireDown(old, wanted);
    InPlace inPlace = new InPlace(before, site, on, old, wanted);
    Optional<String> obstacle = conversion().or(inPlace::obstacle);
    if (obstacle.isEmpty()) {
      return inPlace.effect();
    }
    requireDefault(old, wanted);
    return new Shadow(before, site, on, old)
        .replaceWith(wanted, up, down)
        .because(
            site.decision(
                "Column %s of %s gets a shadow column: %s.", column, table, obstacle.get()));
  }

  private Optional<String> conversion() {
    return up.isPresent() || down.isPresent()
        ? Optional.of("`up` and `down` say that its values are converted")
        : Optional.empty();
  }

  private void requireDown(Column old, Column wanted) {
    if (!old.nullable() && wanted.nullable() && down.isEmpty()) {
      throw new SchemaException(
          "Older versions do not expect a NULL in column %s of %s.".formatted(column, table),
          "Say with `down` what they see instead, for instance down: \"coalesce(%s, …)\"."
              .formatted(column));
    }
  }

  private void requireDefault(Column old, Column wanted) {
    if (!wanted.type().equals(old.type())
        && old.defaultExpression().isPresent()
        && defaultExpression.isEmpty()) {
      throw new SchemaException(
          "Column %s of %s has the default %s, which is a value of its old type."
              .formatted(column, table, old.defaultExpression().get()),
          "Give the `default` of the new type, or `default: null` for none.");
    }
  }
}
