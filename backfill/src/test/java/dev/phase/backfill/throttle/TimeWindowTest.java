package dev.phase.backfill.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  /** In the nights of weekdays, and at weekends the whole day. */
  private static final TimeWindow QUIET =
      new TimeWindow(
          List.of(
              span(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "22:00", "06:00"),
              span(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "00:00")),
          PARIS);

  private static TimeWindow.Span span(Set<DayOfWeek> days, String start, String end) {
    return new TimeWindow.Span(days, LocalTime.parse(start), LocalTime.parse(end));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 06:00, 2026-07-01T20:00:00Z, true",
    "22:00, 06:00, 2026-07-01T19:59:59Z, false",
    "22:00, 06:00, 2026-07-01T03:59:59Z, true",
    "22:00, 06:00, 2026-07-01T04:00:00Z, false",
    "22:00, 06:00, 2026-01-01T04:59:59Z, true",
    "09:00, 17:00, 2026-07-01T07:00:00Z, true",
    "09:00, 17:00, 2026-07-01T15:00:00Z, false",
  })
  void followsTheClockOfItsZone(String start, String end, String now, boolean inside) {
    TimeWindow window = new TimeWindow(List.of(span(ALL, start, end)), PARIS);
    assertEquals(inside, window.contains(Instant.parse(now)));
  }

  /** 2026-07-03 is a Friday; Paris is two hours ahead. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-02T19:00:00Z, false",
    "2026-07-02T21:00:00Z, true",
    "2026-07-03T03:00:00Z, true",
    "2026-07-03T05:00:00Z, false",
    "2026-07-03T21:00:00Z, true",
    "2026-07-04T10:00:00Z, true",
    "2026-07-05T21:59:59Z, true",
    "2026-07-05T22:00:00Z, false",
    "2026-07-06T03:00:00Z, false",
  })
  void hasNightsOfTheDaysOnWhichTheyBegin(String now, boolean inside) {
    assertEquals(inside, QUIET.contains(Instant.parse(now)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T10:00:00Z, 2026-07-02T20:00:00Z",
    "2026-07-05T22:00:00Z, 2026-07-06T20:00:00Z",
  })
  void knowsWhenItOpensNext(String now, String opens) {
    assertEquals(Instant.parse(opens), QUIET.opens(Instant.parse(now)).toInstant());
  }

  @Test
  void opensAtSomeTime() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimeWindow(List.of(span(Set.of(), "22:00", "06:00")), PARIS));
  }
}
