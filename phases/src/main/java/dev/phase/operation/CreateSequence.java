package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.phase.need.NewSequence;
import dev.phase.need.SequenceOwner;
import dev.phase.schema.Schema;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.Optional;

/**
 * Creates a sequence.
 *
 * @param ownedBy the column that it is dropped with
 */
public record CreateSequence(
    Identifier name, @JsonUnwrapped SequenceOptions options, Optional<OwnerSpec> ownedBy)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Names.requireFreeRelation(before, name);
    before
        .catalog()
        .tryOut(
            NewSequence.create(new QualifiedName(before.name(), name), options),
            "Correct the sequence's numbers.");
    Optional<SequenceOwner> owner = ownedBy.map(spec -> owner(before.table(spec.table()), spec));
    return Effect.of(before, new NewSequence(name, options, owner, site.source()));
  }

  private static SequenceOwner owner(Table table, OwnerSpec spec) {
    return new SequenceOwner(table.key(), spec.physical(table));
  }
}
