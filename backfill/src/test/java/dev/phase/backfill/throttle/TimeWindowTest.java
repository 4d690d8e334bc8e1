package dev.phase.backfill.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

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
    TimeWindow window =
        new TimeWindow(LocalTime.parse(start), LocalTime.parse(end), ZoneId.of("Europe/Paris"));
    assertEquals(inside, window.contains(Instant.parse(now)));
  }
}
