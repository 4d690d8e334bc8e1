package dev.phase.operation;

import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewColumn.Initially;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a column to a table.
 *
 * @param up the value for rows that older versions wrote or write, from their columns
 */
public record AddColumn(Identifier table, ColumnSpec column, Optional<SqlExpression> up)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    requireSensible(on);
    AddedColumns.requireFree(before, on, site.shadow(column.name()));
    Column added =
        new Column(
            column.name(),
            site.shadow(column.name()),
            before.catalog().canonical(column.type()),
            column.mayBeNull(),
            column.defaultExpression(),
            column.collation(),
            Column.Kind.PLAIN,
            column.comment());
    Table after = on.withColumns(Table.plus(on.columns(), added), site.position());

    List<Need> needs = new ArrayList<>();
    needs.add(new NewColumn(on.key(), added, initially(before, added), site.at("column")));
    up.ifPresent(
        expression ->
            needs.add(
                new SyncRule(
                    on.key(),
                    site.position(),
                    List.of(
                        new Conversions(before, site).up(on, added, expression, site.at("up"))),
                    List.of())));
    Effect effect = new Effect(before.with(after), needs);
    for (ConstraintSpec constraint : ColumnConstraints.of(before, table, column)) {
      effect =
          effect.then(Constraints.add(effect.after(), site.atColumn(), table, constraint));
    }
    return effect;
  }

  private void requireSensible(Table on) {
    if (on.find(column.name()).isPresent()) {
      throw new SchemaException(
          "Table %s already has a column %s.".formatted(table, column.name()),
          "Choose another name, or drop that column in an earlier operation.");
    }
    if (column.primaryKey() || column.identity().isPresent()) {
      throw new SchemaException(
          "Column %s cannot become a primary key or an identity column of a table that has rows."
              .formatted(column.name()),
          "Remove `primary_key` and `identity`, and give it a `default` instead.");
    }
    if (column.generated().isPresent()) {
      throw new SchemaException(
          "Adding the generated column %s would rewrite the table while nobody can read it."
              .formatted(column.name()),
          "Give its expression as `up` of a plain column, or add it with an `sql` operation when the"
              + " table may be locked.");
    }
    if (!column.mayBeNull() && column.defaultExpression().isEmpty() && up.isEmpty()) {
      throw new SchemaException(
          "Column %s may not be NULL, but the rows that older versions write have no value for it."
              .formatted(column.name()),
          "Give it a `default`, or say with `up` how to compute it.");
    }
  }

  private Initially initially(Schema before, Column added) {
    if (up.isPresent() || added.defaultExpression().isEmpty()) {
      AddedColumns.requireInstant(before, added);
      return Initially.EMPTY;
    }
    if (before.catalog().addsInstantly(added.type(), added.defaultExpression().get())) {
      return Initially.INSTANT_DEFAULT;
    }
    AddedColumns.requireInstant(before, added);
    return Initially.SWEPT_DEFAULT;
  }
}
