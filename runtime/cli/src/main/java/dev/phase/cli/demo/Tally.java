package dev.phase.cli.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts the statements of one application, and how long they took. Any thread may use it. */
final class Tally {

  /** One piece of work that sends one statement. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** So many classes of latency to each doubling; a percentile is right to about 4 %. */
  private static final int CLASSES_PER_DOUBLING = 16;

  private static final int KEPT_EXAMPLES = 5;

  private final LongAdder served = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder misread = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private final AtomicLongArray classes = new AtomicLongArray(64 * CLASSES_PER_DOUBLING);
  private final ConcurrentLinkedQueue<String> examples = new ConcurrentLinkedQueue<>();

  /** Runs one statement and counts it. */
  <T> T time(Work<T> work) throws SQLException {
    long began = System.nanoTime();
    try {
      T result = work.run();
      served.increment();
      return result;
    } finally {
      long took = System.nanoTime() - began;
      longest.accumulate(took);
      classes.incrementAndGet(classOf(took));
    }
  }

  void failed(String what, SQLException e) {
    failed.increment();
    example("%s: %s %s".formatted(what, e.getSQLState(), e.getMessage()));
  }

  void misread(String what) {
    misread.increment();
    example(what);
  }

  private void example(String text) {
    if (examples.size() < KEPT_EXAMPLES) {
      examples.add(text);
    }
  }

  long served() {
    return served.sum();
  }

  /** Statements that ended in an error. */
  long failed() {
    return failed.sum();
  }

  /** Values that were not read back as they had been written. */
  long misread() {
    return misread.sum();
  }

  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  /** The latency that only this part of the statements exceeded. */
  Duration exceededBy(double part) {
    long left = (long) (part * (served() + failed()));
    for (int i = classes.length() - 1; i > 0; i--) {
      left -= classes.get(i);
      if (left < 0) {
        return Duration.ofNanos((long) Math.pow(2, (i + 1.0) / CLASSES_PER_DOUBLING));
      }
    }
    return Duration.ZERO;
  }

  /** The first few failures, in words. */
  List<String> examples() {
    return List.copyOf(examples);
  }

  private static int classOf(long nanos) {
    return (int) (Math.log(Math.max(nanos, 1)) / Math.log(2) * CLASSES_PER_DOUBLING);
  }
}
