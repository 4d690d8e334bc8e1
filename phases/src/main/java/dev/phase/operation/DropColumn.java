package dev.phase.operation;

import dev.phase.need.Need;
import dev.phase.need.RemovedColumn;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.Dependent;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops a column. Newer versions do not see it; it goes at contract.
 *
 * @param down the value that older versions see in rows that newer versions write
 */
public record DropColumn(Identifier table, Identifier column, Optional<SqlExpression> down)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Column dropped = on.column(column);
    Removal removal = Removal.of(before, on, dropped);
    removal.require("drop", Dependent::goesWithColumn);
    if (on.columns().size() == 1) {
      throw new SchemaException(
          "Column %s is the only one of table %s.".formatted(column, table),
          "Drop the table, or add another column first.");
    }
    if (!dropped.nullable() && dropped.defaultExpression().isEmpty() && down.isEmpty()) {
      throw new SchemaException(
          "Older versions need a value in column %s of %s, and newer ones will not write it."
              .formatted(column, table),
          "Say with `down` what older versions see in rows that newer ones write.");
    }
    Table after = removal.without(site.position());
    List<Need> needs = new ArrayList<>();
    down.or(() -> missingDefault(before, on, dropped))
        .map(
            expression ->
                new Conversions(before, site).down(after, dropped, expression, site.at("down")))
        .ifPresent(
            fill ->
                needs.add(new SyncRule(on.key(), site.position(), List.of(), List.of(fill))));
    needs.add(new RemovedColumn(
            on.key(), column, on.referencedBy(Set.of(dropped.physical()))));
    return new Effect(before.with(after), needs);
  }

  /** The column's default, unless the base table itself puts it into rows that newer versions write. */
  private static Optional<SqlExpression> missingDefault(Schema before, Table on, Column dropped) {
    Optional<SqlExpression> inherited =
        before
            .catalog()
            .table(Identifier.of(on.key().value()))
            .flatMap(base -> base.holder(dropped.physical()))
            .flatMap(Column::defaultExpression);
    return dropped.defaultExpression().filter(wanted -> !inherited.equals(Optional.of(wanted)));
  }
}
