package dev.phase.backfill;

import java.time.Duration;
import java.util.Optional;

/**
 * Rows in a second over the last batches, pauses included; zeros where it is not known yet.
 *
 * @param slowest over the slowest part of them
 * @param fastest over the fastest part of them
 */
record Rate(double rows, double slowest, double fastest) {

  static final Rate UNKNOWN = new Rate(0, 0, 0);

  /** How long so many rows take; absent where the rate is not known. */
  Optional<Eta> eta(long left) {
    return rows > 0
        ? Optional.of(new Eta(time(left, rows), time(left, fastest), time(left, slowest)))
        : Optional.empty();
  }

  private Duration time(long left, double perSecond) {
    double seconds = Math.max(0, left) / (perSecond > 0 ? perSecond : rows);
    return Duration.ofSeconds((long) Math.ceil(seconds));
  }
}
