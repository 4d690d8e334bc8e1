package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Schema;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes several columns of one.
 *
 * @param into the new columns, in the order in which the table gets them
 * @param down the old column's value, from the columns of the new version
 */
public record SplitColumn(
    Identifier table,
    Identifier column,
    @JsonProperty(required = true) Map<Identifier, DerivedColumn> into,
    SqlExpression down)
    implements Operation {

  public SplitColumn {
    into = Collections.unmodifiableMap(new LinkedHashMap<>(into));
  }

  @Override
  public Effect plan(Schema before, Site site) {
    return new Rearrangement(before, site, before.table(table))
        .replace(
            List.of(new Rearrangement.Old(column, down, site.at("down"))),
            into.entrySet().stream()
                .map(e -> made(e.getKey(), e.getValue(), site))
                .toList(),
            "split");
  }

  private static Rearrangement.Made made(Identifier name, DerivedColumn column, Site site) {
    return new Rearrangement.Made(
        column.named(name), column.up(), site.at("into").child(name.value()));
  }
}
