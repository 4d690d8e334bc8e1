package dev.phase.operation;

import dev.phase.need.RawSql;
import dev.phase.plan.Statement;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Sql;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs SQL that no other operation covers; Phase cannot know what it does.
 *
 * @param undo what takes {@code expand} back; an empty text says that nothing has to be
 * @param transaction whether each part runs in a transaction; yes unless said otherwise. A part that
 *     does not must bear running twice
 */
public record SqlOperation(
    Optional<Sql> expand, Optional<Sql> contract, Optional<Sql> undo, Optional<Boolean> transaction)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    if (expand.isEmpty() && contract.isEmpty()) {
      throw new SchemaException(
          "The sql operation does nothing.", "Give it `expand`, `contract`, or both.");
    }
    if (expand.isPresent() && undo.isEmpty()) {
      throw new SchemaException(
          "The sql operation does not say how to take its `expand` back.",
          "Give `undo`; write undo: \"\" if there is nothing to take back.");
    }
    if (transaction.orElse(true)
        && Stream.of(expand, contract, undo)
            .flatMap(Optional::stream)
            .anyMatch(sql -> Statement.of(sql).isConcurrent())) {
      throw new SchemaException(
          "The sql operation runs CONCURRENTLY, which PostgreSQL refuses in a transaction.",
          "Add `transaction: false`.");
    }
    return Effect.of(
        before,
        new RawSql(
            expand,
            contract,
            undo.filter(sql -> !sql.sql().isBlank()),
            transaction.orElse(true),
            site.source()));
  }
}
