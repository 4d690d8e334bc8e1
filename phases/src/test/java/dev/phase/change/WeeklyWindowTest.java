package dev.phase.change;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyWindowTest {

  private static WeeklyWindow.Part part(Set<DayOfWeek> days, String start, String end) {
    return new WeeklyWindow.Part(days, LocalTime.parse(start), LocalTime.parse(end));
  }

  @Test
  void isEveryDayAndInUtcWhereNothingElseIsSaid() {
    WeeklyWindow window = new WeeklyWindow("22:00-06:00");
    assertEquals(List.of(part(EnumSet.allOf(DayOfWeek.class), "22:00", "06:00")), window.parts());
    assertEquals(ZoneId.of("UTC"), window.zone());
  }

  @Test
  void hasDaysAndSeveralParts() {
    WeeklyWindow window =
        new WeeklyWindow("Mon-Fri 22:00-06:00, Sat-Sun 00:00-24:00, Fri 12:30-13:00 Europe/Berlin");
    assertEquals(
        List.of(
            part(EnumSet.range(MONDAY, FRIDAY), "22:00", "06:00"),
            part(EnumSet.of(SATURDAY, SUNDAY), "00:00", "00:00"),
            part(EnumSet.of(FRIDAY), "12:30", "13:00")),
        window.parts());
    assertEquals(ZoneId.of("Europe/Berlin"), window.zone());
  }

  @Test
  void daysMayGoRoundTheWeek() {
    assertEquals(
        EnumSet.of(SATURDAY, SUNDAY, MONDAY),
        new WeeklyWindow("Sat-Mon 01:00-02:00").parts().get(0).days());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "22:00", "22-06", "at night", "Mon 22:00-06:00,", "Day 22:00-06:00",
        "Mon-Fri, Sun 22:00-06:00", "25:00-06:00", "24:00-06:00", "22:00-06:60",
        "22:00-06:00 Nowhere/City", "22:00-06:00 UTC UTC", "mon 22:00-06:00"
      })
  void isNothingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> new WeeklyWindow(text));
  }
}
