package dev.phase.operation;

import dev.phase.need.Conversion;
import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.RemovedColumn;
import dev.phase.need.SyncRule;
import dev.phase.plan.Source;
import dev.phase.schema.Column;
import dev.phase.schema.Dependent;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The recipe for columns that take the place of others: both stand side by side, and one sync rule
 * keeps them in step. What stood on the old ones goes with them. The new ones come last in the table,
 * as plain DDL would have it.
 */
final class Rearrangement {

  private final Schema before;
  private final Site site;
  private final Table table;

  Rearrangement(Schema before, Site site, Table table) {
    this.before = before;
    this.site = site;
    this.table = table;
  }

  /**
   * A column that only older versions keep.
   *
   * @param down its value in rows that newer versions write
   */
  record Old(Identifier name, SqlExpression down, Source source) {}

  /**
   * A column that only newer versions have.
   *
   * @param up its value in rows that older versions write
   */
  record Made(ColumnSpec spec, SqlExpression up, Source source) {}

  /**
   * @param verb what is done to the old columns, for messages
   */
  Effect replace(List<Old> old, List<Made> made, String verb) {
    List<Need> needs = new ArrayList<>();
    Table after = table;
    for (Old each : old) {
      Column column = table.column(each.name());
      Removal removal = Removal.of(before, after, column);
      removal.require(verb, Dependent::goesWithColumn);
      needs.add(
          new RemovedColumn(
              table.key(), column.name(), table.referencedBy(Set.of(column.physical()))));
      after = removal.without(site.position());
    }
    Conversions conversions = new Conversions(before, site);
    List<Conversion> up = new ArrayList<>();
    for (Made each : made) {
      Column column = column(each, after);
      AddedColumns.requireFree(before, table, column.physical());
      after = after.withColumns(Table.plus(after.columns(), column), site.position());
      needs.add(
          new NewColumn(table.key(), column, NewColumn.Initially.EMPTY, each.source()));
      up.add(conversions.up(table, column, each.up(), each.source().child("up")));
    }
    List<Conversion> down = new ArrayList<>();
    for (Old each : old) {
      down.add(conversions.down(after, table.column(each.name()), each.down(), each.source()));
    }
    needs.add(new SyncRule(table.key(), site.position(), up, down));
    return constrained(new Effect(before.with(after), needs), made);
  }

  private Column column(Made made, Table beside) {
    ColumnSpec spec = made.spec();
    if (beside.find(spec.name()).isPresent()) {
      throw new SchemaException(
          "Table %s already has a column %s.".formatted(table.name(), spec.name()),
          "Choose another name, or drop that column in an earlier operation.");
    }
    Column column =
        new Column(
            spec.name(),
            site.shadow(spec.name()),
            before.catalog().canonical(spec.type()),
            spec.mayBeNull(),
            spec.defaultExpression().filter(d -> !d.isNull()),
            spec.collation(),
            Column.Kind.PLAIN,
            spec.comment());
    AddedColumns.requireInstant(before, column);
    return column;
  }

  private Effect constrained(Effect bare, List<Made> made) {
    Effect effect = bare;
    for (Made each : made) {
      Site at = new Site(site.position(), each.source(), site.afterSql());
      for (ConstraintSpec constraint :
          ColumnConstraints.of(effect.after(), table.name(), each.spec())) {
        effect = effect.then(Constraints.add(effect.after(), at, table.name(), constraint));
      }
    }
    return effect;
  }
}
