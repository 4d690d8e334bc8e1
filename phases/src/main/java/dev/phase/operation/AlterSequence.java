package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.phase.need.ChangedSequence;
import dev.phase.need.NewSequence;
import dev.phase.need.SequenceOwner;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Sequence;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.Optional;

/**
 * Changes how a sequence counts. What only loosens happens at expand, the rest at contract.
 *
 * @param ownedBy the column that it is dropped with, from contract on
 */
public record AlterSequence(
    Identifier name, @JsonUnwrapped SequenceOptions options, Optional<OwnerSpec> ownedBy)
    implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Sequence sequence =
        before
            .catalog()
            .sequence(name)
            .orElseThrow(
                () ->
                    new SchemaException(
                        "Schema %s has no sequence %s.".formatted(before.name(), name),
                        "Correct the name, or create the sequence in an earlier operation."));
    requireSensible(before, site, sequence);
    SequenceOptions now = sequence.options();
    Optional<SequenceOwner> owner = ownedBy.map(spec -> owner(before.table(spec.table()), spec));
    return Effect.of(
        before,
        new ChangedSequence(
            name, options, options.loosening(now), now.limits(), owner, site.source()));
  }

  private void requireSensible(Schema before, Site site, Sequence sequence) {
    if (options.isEmpty() && ownedBy.isEmpty()) {
      throw new SchemaException(
          "The operation changes nothing of sequence %s.".formatted(name),
          "Give it an option such as `max` or `owned_by`.");
    }
    if (sequence.identity() && ownedBy.isPresent()) {
      throw new SchemaException(
          "Sequence %s belongs to an identity column.".formatted(name), "Remove `owned_by`.");
    }
    before
        .catalog()
        .tryOut(
            NewSequence.create(
                new QualifiedName(before.name(), site.shadow(name)),
                options.orElse(sequence.options())),
            "Correct the sequence's numbers.");
  }

  /** By its name after contract, when the sequence is told. */
  private static SequenceOwner owner(Table table, OwnerSpec spec) {
    return new SequenceOwner(table.key(), table.column(spec.column()).name());
  }
}
