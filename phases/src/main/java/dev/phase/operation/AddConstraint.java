package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds a constraint to a table. Without {@code up} it binds the older versions too.
 *
 * @param up per column: the value that keeps the constraint, from the columns of the version before
 * @param down per column: the value that older versions see
 */
public record AddConstraint(
    Identifier table,
    @JsonUnwrapped ConstraintSpec constraint,
    Map<Identifier, SqlExpression> up,
    Map<Identifier, SqlExpression> down)
    implements Operation {

  public AddConstraint {
    up = Map.copyOf(up);
    down = Map.copyOf(down);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    Effect effect = Effect.of(before);
    Set<Identifier> mended = new LinkedHashSet<>(up.keySet());
    mended.addAll(down.keySet());
    for (Identifier column : mended.stream().sorted().toList()) {
      Table on = effect.after().table(table);
      Column old = on.column(column);
      effect =
          effect.then(
              new Shadow(effect.after(), site, on, old)
                  .replaceWith(
                      constraint.primaryKey().contains(column) ? old.notNull() : old,
                      Optional.ofNullable(up.get(column)),
                      Optional.ofNullable(down.get(column))));
    }
    return effect.then(Constraints.add(effect.after(), site, table, constraint));
  }
}
