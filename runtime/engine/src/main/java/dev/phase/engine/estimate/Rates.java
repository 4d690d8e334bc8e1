package dev.phase.engine.estimate;

import dev.phase.sql.QualifiedName;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast a server works. A backfill goes as fast as earlier ones of the same table did, else as
 * those of other tables, with a third more or less; where there were none, and for everything else,
 * as on common hardware.
 */
public final class Rates {

  private static final long MEGABYTE = 1 << 20;
  private static final double MARGIN = 1.0 / 3;

  private static final long SWEPT_ROWS_AT_BEST = 100_000;
  private static final long SWEPT_ROWS_AT_WORST = 20_000;
  private static final long SWEPT_BYTES_AT_BEST = 50 * MEGABYTE;
  private static final long SWEPT_BYTES_AT_WORST = 10 * MEGABYTE;
  private static final long READ_BYTES_AT_BEST = 1024 * MEGABYTE;
  private static final long READ_BYTES_AT_WORST = 50 * MEGABYTE;
  private static final long INDEXED_ROWS_AT_BEST = 1_000_000;
  private static final long INDEXED_ROWS_AT_WORST = 100_000;

  /** Of the log about a row, besides the row. */
  private static final long RECORD_BYTES = 64;

  private final List<PastRun> runs;

  public Rates(List<PastRun> runs) {
    this.runs = runs.stream().filter(PastRun::isTelling).toList();
  }

  boolean isMeasured() {
    return !runs.isEmpty();
  }

  /** How long it takes to convert and verify these rows. */
  Range sweepMillis(QualifiedName table, long rows, long bytes) {
    return isMeasured()
        ? measured(table, rows, run -> (double) run.millis() / run.rows())
        : new Range(
            Math.max(
                millis(rows, SWEPT_ROWS_AT_BEST), millis(bytes, SWEPT_BYTES_AT_BEST)),
            Math.max(
                millis(rows, SWEPT_ROWS_AT_WORST), millis(bytes, SWEPT_BYTES_AT_WORST)));
  }

  /**
   * What that logs: at best each row once; at worst a new place for each row and an entry in an
   * index, and each page as a whole after two checkpoints.
   */
  Range sweepWal(QualifiedName table, long rows, long bytes) {
    long once = bytes + rows * RECORD_BYTES;
    return isMeasured()
        ? measured(table, rows, run -> (double) run.walBytes() / run.rows())
        : new Range(once, 2 * once + 2 * bytes);
  }

  Range scanMillis(long bytes) {
    return new Range(millis(bytes, READ_BYTES_AT_BEST), millis(bytes, READ_BYTES_AT_WORST));
  }

  /** The rows are read twice, since others may write meanwhile. */
  Range indexMillis(long rows, long bytes) {
    return scanMillis(2 * bytes)
        .plus(
            new Range(millis(rows, INDEXED_ROWS_AT_BEST), millis(rows, INDEXED_ROWS_AT_WORST)));
  }

  private Range measured(QualifiedName table, long rows, ToDoubleFunction<PastRun> perRow) {
    List<PastRun> own =
        runs.stream().filter(run -> run.table().equals(table.toString())).toList();
    double[] rates =
        (own.isEmpty() ? runs : own).stream().mapToDouble(perRow).sorted().toArray();
    return new Range(
        (long) (rows * rates[0] * (1 - MARGIN)),
        (long) (rows * rates[rates.length - 1] * (1 + MARGIN)));
  }

  private static long millis(long amount, long perSecond) {
    return amount * 1_000 / perSecond;
  }
}
