package dev.phase.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How fast the last batches were, pauses included. */
final class Speed {

  private static final int BATCHES = 20;
  private static final int PARTS = 5;

  private record Mark(Instant at, long rows) {

    /** 0 where no time has passed. */
    double rateTo(Mark later) {
      double seconds = Duration.between(at, later.at).toNanos() / 1e9;
      return seconds > 0 ? (later.rows - rows) / seconds : 0;
    }
  }

  private final Clock clock;
  private final List<Mark> marks = new ArrayList<>();
  private long rows;

  Speed(Clock clock) {
    this.clock = clock;
    marks.add(new Mark(clock.instant(), 0));
  }

  void add(long moreRows) {
    rows += moreRows;
    marks.add(new Mark(clock.instant(), rows));
    if (marks.size() > BATCHES + 1) {
      marks.remove(0);
    }
  }

  /**
   * Single batches say little, since those of several workers end as it happens: what is compared
   * is fifths of them, once there are some in each.
   */
  Rate rate() {
    int last = marks.size() - 1;
    double all = marks.get(0).rateTo(marks.get(last));
    double slowest = all;
    double fastest = all;
    int part = last / PARTS;
    for (int end = last; part > 1 && end >= part; end -= part) {
      double rate = marks.get(end - part).rateTo(marks.get(end));
      if (rate > 0) {
        slowest = Math.min(slowest, rate);
        fastest = Math.max(fastest, rate);
      }
    }
    return new Rate(all, slowest, fastest);
  }
}
