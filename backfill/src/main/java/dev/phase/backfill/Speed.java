package dev.phase.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast the last batches were, pauses included. */
final class Speed {

  private static final int BATCHES = 20;

  private record Mark(Instant at, long rows) {}

  private final Clock clock;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long rows;

  Speed(Clock clock) {
    this.clock = clock;
    marks.add(new Mark(clock.instant(), 0));
  }

  void add(long moreRows) {
    rows += moreRows;
    marks.add(new Mark(clock.instant(), rows));
    if (marks.size() > BATCHES + 1) {
      marks.remove();
    }
  }

  /** 0 where not known yet. */
  double rowsPerSecond() {
    Mark first = marks.getFirst();
    Mark last = marks.getLast();
    double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
    return seconds > 0 ? (last.rows() - first.rows()) / seconds : 0;
  }

  /** How long so many rows take; absent where the speed is not known. */
  static Optional<Duration> eta(long rows, double rowsPerSecond) {
    return rowsPerSecond > 0
        ? Optional.of(Duration.ofSeconds((long) Math.ceil(Math.max(0, rows) / rowsPerSecond)))
        : Optional.empty();
  }
}
