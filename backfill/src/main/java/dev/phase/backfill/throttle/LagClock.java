package dev.phase.backfill.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long ago the server's log was where a replica is now. The server's own {@code replay_lag}
 * stands still while a replica does.
 */
final class LagClock {

  private static final Duration MEMORY = Duration.ofHours(1);

  private record Mark(Instant at, double position) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /** Seconds; 0 where it is not behind. */
  double lag(Instant now, double written, double replayed) {
    if (marks.isEmpty() || written > marks.getLast().position()) {
      marks.add(new Mark(now, written));
    }
    // The first mark that the replica has not reached is the one that it lags behind.
    while (!marks.isEmpty() && marks.getFirst().position() <= replayed) {
      marks.remove();
    }
    while (marks.size() > 1
        && Duration.between(marks.getFirst().at(), now).compareTo(MEMORY) > 0) {
      marks.remove();
    }
    return marks.isEmpty() ? 0 : Duration.between(marks.getFirst().at(), now).toMillis() / 1e3;
  }
}
