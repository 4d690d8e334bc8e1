package dev.phase.backfill;

import java.time.Duration;

/**
 * How long a worker rests after a batch. On average it is the wanted share of its batches' time, but
 * what others wait for is the disk: a batch that logs more than most rests longer, such as one that
 * is the first since a checkpoint to write its pages, which the server then logs whole. The first
 * batches do, so it begins as if as much time had gone by with nothing logged.
 */
final class Rest {

  private static final double MOST = 8;
  private static final Duration SLOW_START = Duration.ofMillis(250);

  private final BatchSettings settings;
  private double nanos = SLOW_START.toNanos();
  private double bytes;

  Rest(BatchSettings settings) {
    this.settings = settings;
  }

  /** After a batch that took so long, and was logged with so many bytes; zero where it only read. */
  Duration after(Duration took, long walBytes) {
    double rest = took.toNanos();
    if (walBytes > 0) {
      nanos += took.toNanos();
      bytes += walBytes;
      rest = Math.min(nanos / bytes * walBytes, MOST * took.toNanos());
    }
    return settings.pause().plusNanos((long) (rest * settings.nicePercent() / 100));
  }
}
