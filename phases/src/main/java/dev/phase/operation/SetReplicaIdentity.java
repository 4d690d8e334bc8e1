package dev.phase.operation;

import dev.phase.need.ReplicaIdentityChange;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Says what of an old row logical replication sends. More than before happens at publish, anything
 * else at contract.
 */
public record SetReplicaIdentity(Identifier table, ReplicaIdentitySpec identity)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    ReplicaIdentity wanted = identity.identity();
    Optional<Identifier> physical = wanted.index().map(index -> physicalIndex(on, index));
    ReplicaIdentity now =
        before
            .catalog()
            .base(on.key())
            .map(base -> before.catalog().replicaIdentity(base.name()))
            .orElse(ReplicaIdentity.OF_NEW_TABLES);
    return Effect.of(
        before.with(on),
        new ReplicaIdentityChange(
            on.key(),
            wanted,
            physical,
            Optional.of(now).filter(present -> wanted.exceeds(present, on)),
            site.source()));
  }

  /** The index, where PostgreSQL will take it. */
  private static Identifier physicalIndex(Table on, Identifier name) {
    Optional<Constraint> constraint = on.findConstraint(name);
    if (constraint.isPresent()
        && constraint.get().definition() instanceof ConstraintDefinition.Unique unique) {
      require(unique.deferral() == Deferral.NOT_DEFERRABLE, name, "its constraint is deferrable");
      requireNotNull(on, name, unique.keys());
      return constraint.get().physical();
    }
    Index index =
        on.findIndex(name)
            .orElseThrow(
                () ->
                    new SchemaException(
                        "Table %s has no unique index %s.".formatted(on.name(), name),
                        "Correct the name, or create the index in an earlier operation."));
    require(index.definition().unique(), name, "it is not unique");
    require(!index.definition().hasExpressions(), name, "it has an expression or a condition");
    requireNotNull(
        on,
        name,
        index.definition().keys().stream()
            .map(IndexDefinition.Key::column)
            .flatMap(Optional::stream)
            .toList());
    return index.physical();
  }

  private static void requireNotNull(Table on, Identifier index, List<Identifier> physical) {
    for (Identifier column : physical) {
      on.holder(column)
          .ifPresent(
              c -> require(!c.nullable(), index, "its column %s may be NULL".formatted(c.name())));
    }
  }

  private static void require(boolean holds, Identifier index, String otherwise) {
    if (!holds) {
      throw new SchemaException(
          "Index %s cannot be a replica identity: %s.".formatted(index, otherwise),
          "Take a unique index on plain columns that are NOT NULL, or `full`.");
    }
  }
}
