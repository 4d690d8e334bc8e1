package dev.phase.backfill.throttle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a backfill may work, each day anew; the end may be on the next day.
 *
 * @param end the first moment after it
 */
public record TimeWindow(LocalTime start, LocalTime end, ZoneId zone) {

  public TimeWindow {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    requireNonNull(zone, "zone is null");
  }

  boolean contains(Instant instant) {
    LocalTime now = instant.atZone(zone).toLocalTime();
    boolean started = !now.isBefore(start);
    boolean ended = !now.isBefore(end);
    return start.isBefore(end) ? started && !ended : started || !ended;
  }
}
