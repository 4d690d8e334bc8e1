package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one column of several.
 *
 * @param down the value of each old column, from the columns of the new version
 */
public record MergeColumns(
    Identifier table,
    @JsonProperty(required = true) List<Identifier> columns,
    MergedColumn into,
    @JsonProperty(required = true) Map<Identifier, SqlExpression> down)
    implements Operation {

  public MergeColumns {
    columns = List.copyOf(columns);
    down = Map.copyOf(down);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    requireSensible();
    return new Rearrangement(before, site, before.table(table))
        .replace(
            columns.stream()
                .map(c -> new Rearrangement.Old(c, down.get(c), site.at("down").child(c.value())))
                .toList(),
            List.of(
                new Rearrangement.Made(
                    into.column().named(into.name()), into.column().up(), site.at("into"))),
            "merge");
  }

  private void requireSensible() {
    if (columns.size() < 2 || Set.copyOf(columns).size() < columns.size()) {
      throw new SchemaException(
          "Merging takes at least two columns of table %s, each of them once.".formatted(table),
          "Correct `columns`, or use `alter_column` to convert a single one.");
    }
    for (Identifier column : columns) {
      if (!down.containsKey(column)) {
        throw new SchemaException(
            "Nothing says what older versions see in column %s of %s.".formatted(column, table),
            "Say it with `down`; `%s: null` where it is nothing.".formatted(column));
      }
    }
    for (Identifier column : down.keySet()) {
      if (!columns.contains(column)) {
        throw new SchemaException(
            "`down` has a value for column %s of %s, which is not merged.".formatted(column, table),
            "Remove it there, or add it to `columns`.");
      }
    }
  }
}
