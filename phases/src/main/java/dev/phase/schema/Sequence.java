package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;

/**
 * A sequence of the base schema.
 *
 * @param options all of them
 * @param identity whether it numbers an identity column
 */
public record Sequence(Identifier name, SequenceOptions options, boolean identity) {

  public Sequence {
    requireNonNull(name, "name is null");
    requireNonNull(options, "options is null");
  }
}
