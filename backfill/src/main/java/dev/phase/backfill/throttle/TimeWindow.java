package dev.phase.backfill.throttle;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** When a backfill may work, each week anew. */
public record TimeWindow(List<Span> spans, ZoneId zone) {

  /**
   * A time of these days.
   *
   * @param end the first moment after it; where that is not after the start, on the day after
   */
  public record Span(Set<DayOfWeek> days, LocalTime start, LocalTime end) {

    public Span {
      days = Set.copyOf(days);
      requireNonNull(start, "start is null");
      requireNonNull(end, "end is null");
    }

    private boolean contains(ZonedDateTime now) {
      LocalTime time = now.toLocalTime();
      boolean started = days.contains(now.getDayOfWeek()) && !time.isBefore(start);
      return start.isBefore(end)
          ? started && time.isBefore(end)
          : started || days.contains(now.getDayOfWeek().minus(1)) && time.isBefore(end);
    }
  }

  public TimeWindow {
    spans = List.copyOf(spans);
    requireNonNull(zone, "zone is null");
    if (spans.stream().allMatch(span -> span.days().isEmpty())) {
      throw new IllegalArgumentException("A window that never opens is not possible. Choose days.");
    }
  }

  boolean contains(Instant instant) {
    ZonedDateTime now = instant.atZone(zone);
    return spans.stream().anyMatch(span -> span.contains(now));
  }

  /** When it opens next, for one that is closed now. */
  ZonedDateTime opens(Instant instant) {
    LocalDate today = instant.atZone(zone).toLocalDate();
    return IntStream.rangeClosed(0, 7)
        .mapToObj(today::plusDays)
        .flatMap(
            day ->
                spans.stream()
                    .filter(span -> span.days().contains(day.getDayOfWeek()))
                    .map(span -> day.atTime(span.start()).atZone(zone)))
        .filter(start -> start.toInstant().isAfter(instant))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
