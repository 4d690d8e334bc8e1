package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.DefaultChange;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a column's type, whether it may be NULL, its default, or its values.
 *
 * @param up the new value from the columns of the version before
 * @param down the old value from the columns of the new version
 */
public record AlterColumn(
    Identifier table,
    Identifier column,
    Optional<SqlType> type,
    Optional<Boolean> nullable,
    @JsonProperty("default") Optional<SqlExpression> defaultExpression,
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
            type.isPresent() ? Optional.empty() : old.collation(),
            old.kind(),
            old.comment());
    requireConversions(on, old, wanted);
    boolean converts =
        up.isPresent()
            || down.isPresent()
            || !wanted.type().equals(old.type())
            || wanted.nullable() != old.nullable();
    if (converts) {
      return isReferred(before, on, old)
          ? new KeyChange(before, site)
              .convert(on, List.of(new KeyChange.Conversion(wanted, up, down)))
          : new Shadow(before, site, on, old).replaceWith(wanted, up, down);
    }
    if (wanted.equals(old)) {
      return Effect.of(before);
    }
    return Effect.of(
        before.with(on.replacing(old, wanted, site.position())),
        new DefaultChange(
            on.key(), column, wanted.defaultExpression(), site.at("default")));
  }

  private void requireConversions(Table on, Column old, Column wanted) {
    if (old.nullable() && !wanted.nullable() && up.isEmpty()) {
      throw new SchemaException(
          "Column %s of %s may hold NULL in older versions.".formatted(column, table),
          "Say with `up` what a NULL becomes, for instance up: \"coalesce(%s, …)\"."
              .formatted(column));
    }
    if (!old.nullable() && wanted.nullable() && down.isEmpty()) {
      throw new SchemaException(
          "Older versions do not expect a NULL in column %s of %s.".formatted(column, table),
          "Say with `down` what they see instead, for instance down: \"coalesce(%s, …)\"."
              .formatted(column));
    }
    if (defaultExpression.isEmpty()) {
      requireDefault(on, old, wanted);
    }
  }

  /** Refuses to keep a default that another type may not have. */
  static void requireDefault(Table on, Column old, Column wanted) {
    if (!wanted.type().equals(old.type())
        && old.defaultExpression().isPresent()
        && !(Counting.isInteger(wanted) && new Counting(on, old).isNumbered())) {
      throw new SchemaException(
          "Column %s of %s has the default %s, which is a value of its old type."
              .formatted(old.name(), on.name(), old.defaultExpression().get()),
          "Give the `default` of the new type, or `default: null` for none.");
    }
  }

  /** Whether foreign keys point to the column, so that others have to change with it. */
  private boolean isReferred(Schema before, Table on, Column old) {
    return up.isEmpty()
        && down.isEmpty()
        && !References.to(before, on, Set.of(old.physical())).isEmpty();
  }
}
