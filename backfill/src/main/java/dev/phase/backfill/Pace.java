package dev.phase.backfill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many rows a worker's next batch has. The first one has few; each has twice as many as the one
 * before until a batch has as much to do as it should. From there on it is as many as take the time
 * that they should, nine times out of ten: it grows slowly and shrinks fast.
 */
final class Pace {

  private static final int FIRST_SHARE = 8;
  private static final int SAMPLES = 11;
  private static final double GROWTH = 1.5;
  private static final int FAR_TOO_LONG = 5;
  private static final long UNBOUNDED = Long.MAX_VALUE / FAR_TOO_LONG;

  private final int most;
  private final long target;
  private final long mostWalBytes;
  private final Deque<Long> samples = new ArrayDeque<>();
  private int rows;
  private boolean starting;

  Pace(BatchSettings settings) {
    this.most = settings.rows();
    this.target = settings.time().isZero() ? UNBOUNDED : settings.time().toNanos();
    this.mostWalBytes = settings.walBytes();
    this.starting = target < UNBOUNDED;
    this.rows = starting ? Math.max(1, most / FIRST_SHARE) : most;
  }

  int rows() {
    return rows;
  }

  /** A batch of this size took so long, and was logged with so many bytes. */
  void add(Duration took, long walBytes) {
    long nanos = took.toNanos();
    starting &= 2 * nanos <= target && 2 * walBytes <= mostWalBytes && rows < most;
    if (starting) {
      change(2);
      return;
    }
    follow(nanos);
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

  boolean isLeast() {
    return rows == 1;
  }

  /**
   * After a batch that ran out of time, or met a lock.
   *
   * @return whether there is anything less to try
   */
  boolean halve() {
    boolean divisible = !isLeast();
    starting = false;
    change(0.5);
    return divisible;
  }

  private void change(double factor) {
    double wanted = factor > 1 ? Math.ceil(rows * factor) : Math.floor(rows * factor);
    rows = (int) Math.max(1, Math.min(most, wanted));
    samples.clear();
  }
}
