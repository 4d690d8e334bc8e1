package dev.phase.engine.estimate;

/**
 * A backfill that was finished on this database.
 *
 * @param table schema and name, not quoted
 * @param rows that it wrote
 * @param millis that its batches took, verification included, waiting excluded
 * @param walBytes that they logged
 */
public record PastRun(String table, long rows, long millis, long walBytes) {

  /** Whether it was long enough to tell how fast the next one will be. */
  boolean isTelling() {
    return rows >= 10_000 && millis > 0;
  }
}
