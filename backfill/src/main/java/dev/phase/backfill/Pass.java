package dev.phase.backfill;

import java.util.Optional;

/**
 * One way through the whole table, as the ledger has it.
 *
 * @param number counts the passes of a stage, from 1
 * @param chunking the signature of its {@link Chunks}; absent before it has begun
 * @param cursor the end of the last chunk; absent before the first
 * @param bound where it ends; absent before it has begun
 * @param rowsMended rows that verification found wrong and converted again
 */
record Pass(
    Stage stage,
    int number,
    Optional<String> chunking,
    Optional<Position> cursor,
    Optional<Position> bound,
    long rowsTotal,
    long rowsDone,
    long rowsMended) {

  /** A pass that has not begun. */
  static Pass fresh(Stage stage, int number) {
    return new Pass(
        stage, number, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, 0);
  }

  Pass begun(Chunks chunks, Position end, long rows) {
    return new Pass(
        stage,
        number,
        Optional.of(chunks.signature()),
        Optional.empty(),
        Optional.of(end),
        rows,
        0,
        0);
  }

  Pass after(Chunk chunk, long mended) {
    return new Pass(
        stage,
        number,
        chunking,
        Optional.of(chunk.last()),
        bound,
        rowsTotal,
        rowsDone + chunk.rows(),
        rowsMended + mended);
  }

  /** Whether it was begun with these chunks. */
  boolean goesBy(Chunks chunks) {
    return chunking.filter(chunks.signature()::equals).isPresent();
  }
}
