package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * How PostgreSQL gives a column of a base table its values.
 *
 * @param identity who numbers the rows; absent where it is no identity column
 * @param sequence the one that its identity counts with, or a serial's; in the base schema
 * @param serial whether it has no other default than the next number of its sequence, which nothing
 *     else uses
 * @param virtual whether it is computed when it is read
 */
public record Generation(
    Optional<IdentityKind> identity,
    Optional<Identifier> sequence,
    boolean serial,
    boolean virtual) {

  public Generation {
    requireNonNull(identity, "identity is null");
    requireNonNull(sequence, "sequence is null");
  }
}
