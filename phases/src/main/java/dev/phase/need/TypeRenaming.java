package dev.phase.need;

import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.sql.SqlType;
import java.util.List;

/** The name that a contract gives a type, carried over to what later versions know of it. */
public record TypeRenaming(SqlType from, SqlType to) {

  /** The table as a later version sees it, with the type under its new name. */
  public Table apply(Table table) {
    return table.replacing(from, to);
  }

  /** A later need. Only sync rules name types that they did not make. */
  public Need apply(Need need) {
    return need instanceof SyncRule rule
        ? new SyncRule(rule.on(), rule.position(), apply(rule.up()), apply(rule.down()))
        : need;
  }

  private List<Conversion> apply(List<Conversion> conversions) {
    return conversions.stream()
        .map(
            c ->
                new Conversion(
                    apply(c.target()),
                    c.function(),
                    c.arguments().stream().map(this::apply).toList(),
                    c.expression(),
                    c.isVolatile(),
                    c.source()))
        .toList();
  }

  private Column apply(Column column) {
    return column.typed(column.type().replacing(from, to));
  }
}
