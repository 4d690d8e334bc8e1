package dev.phase.backfill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many rows a worker's next batch has: as many as take the time that it should, nine times out
 * of ten. It grows slowly and shrinks fast. Not more than twice the first size, so that a
 * chunk stays many batches long and each stripe finds the space free that the one before it has
 * left.
 */
final class Pace {

  private static final int SAMPLES = 11;
  private static final double GROWTH = 1.5;
  private static final int FAR_TOO_LONG = 5;
  private static final int MOST = 2;

  private final int most;
  private final long target;
  private final long mostWalBytes;
  private final Deque<Long> samples = new ArrayDeque<>();
  private int rows;

  Pace(BatchSettings settings) {
    this.rows = settings.rows();
    this.most = (int) Math.min((long) MOST * rows, BatchSettings.MAX_ROWS);
    this.target = settings.time().toNanos();
    this.mostWalBytes = settings.walBytes();
  }

  int rows() {
    return rows;
  }

  /** A batch of this size took so long, and was logged with so many bytes. */
  void add(Duration took, long walBytes) {
    if (target > 0) {
      follow(took.toNanos());
    }
    if (walBytes > mostWalBytes) {
      change((double) mostWalBytes / walBytes);
    }
  }

  private void follow(long nanos) {
    if (nanos > FAR_TOO_LONG * target) {
      change(0.1);
      return;
    }
    samples.add(nanos);
    if (samples.size() == SAMPLES) {
      long slow = samples.stream().sorted().skip(SAMPLES - 2).findFirst().orElseThrow();
      change(Math.min(GROWTH, (double) target / Math.max(1, slow)));
    }
  }

  /**
   * After a batch that ran out of time.
   *
   * @return whether there is anything less to try
   */
  boolean halve() {
    boolean divisible = rows > 1;
    change(0.5);
    return divisible;
  }

  private void change(double factor) {
    rows = (int) Math.max(1, Math.min(most, Math.floor(rows * factor)));
    samples.clear();
  }
}
