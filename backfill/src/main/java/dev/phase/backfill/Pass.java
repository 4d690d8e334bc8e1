package dev.phase.backfill;

import java.util.Optional;

/**
 * One way through the whole table, as the ledger has it.
 *
 * @param number counts the passes of a stage, from 1
 * @param chunking the signature of its {@link Chunks}; absent before it has begun
 * @param frontier the end of the last chunk that was cut; absent before the first
 * @param bound where it ends; absent before it has begun
 */
record Pass(
    Stage stage,
    int number,
    Optional<String> chunking,
    Optional<Position> frontier,
    Optional<Position> bound,
    long rowsTotal) {

  /** A pass that begins now. */
  static Pass begun(Stage stage, int number, Chunks chunks, Position end, long rows) {
    return new Pass(
        stage, number, Optional.of(chunks.signature()), Optional.empty(), Optional.of(end), rows);
  }

  /** Whether it was begun with these chunks. */
  boolean goesBy(Chunks chunks) {
    return chunking.filter(chunks.signature()::equals).isPresent();
  }
}
