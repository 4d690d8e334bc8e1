package dev.phase.operation;

import dev.phase.need.RemovedIndex;
import dev.phase.schema.Index;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** Drops an index. Older versions keep it until contract. */
public record DropIndex(Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = owner(before);
    Index dropped =
        on.findIndex(name)
            .orElseThrow(
                () ->
                    new SchemaException(
                        "Index %s belongs to a constraint of table %s.".formatted(name, on.name()),
                        "Use `drop_constraint` instead."));
    return Effect.of(
        before.with(on.withIndexes(Table.minus(on.indexes(), dropped))),
        new RemovedIndex(on.key(), name));
  }

  private Table owner(Schema before) {
    return before.touched().values().stream()
        .filter(t -> t.findIndex(name).isPresent())
        .findFirst()
        .or(
            () ->
                before
                    .catalog()
                    .tableOfIndex(name)
                    .filter(t -> !before.touched().containsKey(t))
                    .flatMap(before::find))
        .orElseThrow(
            () ->
                new SchemaException(
                    "Schema %s has no index %s.".formatted(before.name(), name),
                    "Correct the name, or remove the operation."));
  }
}
