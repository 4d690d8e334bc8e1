package dev.phase.need;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.Index;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;

/** What a contract renames on one base table, carried over to what later versions know of it. */
public record Renaming(TableKey on, List<Rename> renames) {

  public Renaming {
    renames = List.copyOf(renames);
  }

  /** The table as a later version sees it, held in the new names. */
  public Table apply(Table table) {
    if (!table.key().equals(on)) {
      return table;
    }
    return new Table(
        table.name(),
        table.key(),
        table.columns().stream().map(this::apply).toList(),
        table.indexes().stream()
            .map(i -> new Index(i.name(), now(Rename.Kind.INDEX, i.physical()), i.definition()))
            .toList(),
        table.constraints().stream()
            .map(
                c ->
                    new Constraint(
                        c.name(), now(Rename.Kind.CONSTRAINT, c.physical()), c.definition()))
            .toList(),
        table.dependents(),
        table.comment(),
        table.touchedAt());
  }

  /** A later need. */
  public Need apply(Need need) {
    return need.table().filter(on::equals).isPresent() ? need.after(this) : need;
  }

  /** The present name of what was called {@code old}. */
  public Identifier now(Rename.Kind kind, Identifier old) {
    Identifier name = old;
    for (Rename rename : renames) {
      name = rename.apply(kind, name);
    }
    return name;
  }

  Conversion apply(Conversion conversion) {
    return new Conversion(
        apply(conversion.target()),
        conversion.function(),
        conversion.arguments().stream().map(this::apply).toList(),
        conversion.expression(),
        conversion.isVolatile(),
        conversion.source());
  }

  /** A column by its present physical name. */
  Column apply(Column column) {
    return column.heldIn(now(Rename.Kind.COLUMN, column.physical()));
  }
}
