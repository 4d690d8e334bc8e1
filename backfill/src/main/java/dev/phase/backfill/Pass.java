package dev.phase.backfill;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One way through the whole table, as the ledger has it.
 *
 * @param number counts the passes of a stage, from 1
 * @param chunking the signature of its {@link Chunks}; absent before it has begun
 * @param frontier the end of the last chunk that was cut; absent before the first
 * @param snapshot the moment that it looks at; absent where it sees what is there now
 * @param bound where it ends; absent before it has begun
 */
record Pass(
    Stage stage,
    int number,
    Optional<String> chunking,
    Optional<String> snapshot,
    Optional<Position> frontier,
    Optional<Position> bound,
    long rowsTotal) {

  /** A pass that begins now. */
  static Pass begun(Stage stage, int number, String chunking, Position end, long rows) {
    return new Pass(
        stage,
        number,
        Optional.of(chunking),
        Optional.empty(),
        Optional.empty(),
        Optional.of(end),
        rows);
  }

  /** The same, of the moment of this name. */
  Pass of(Optional<String> moment) {
    return new Pass(stage, number, chunking, moment, frontier, bound, rowsTotal);
  }

  /** Whether it is the same one, maybe further on, and not one that was begun anew. */
  boolean continues(Pass other) {
    return stage == other.stage
        && number == other.number
        && chunking.equals(other.chunking)
        && snapshot.equals(other.snapshot);
  }

  /** Whether it goes along the key: all others go by page, and verify at one moment. */
  boolean isByKey() {
    return stage == Stage.VERIFY && snapshot.isEmpty();
  }

  /** Whether it was begun with these chunks. */
  boolean goesBy(Handle handle, Chunks chunks) {
    return chunking.filter(chunks.signature(handle)::equals).isPresent();
  }
}
