package dev.phase.change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parts of each week: {@code 22:00-06:00 Europe/Paris}, or {@code Mon-Fri 22:00-06:00, Sat-Sun
 * 00:00-24:00 Europe/Paris}. Every day where none is named, UTC where no zone is.
 */
public record WeeklyWindow(@JsonValue String text) {

  private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String TIME = "\\d\\d:\\d\\d";
  private static final Pattern PART =
      Pattern.compile("(?:(%1$s)(?:-(%1$s))? )?(%2$s)-(%2$s)".formatted(DAY, TIME));
  private static final Pattern ALL =
      Pattern.compile(
          "(%1$s(?:, %1$s)*)(?: (\\S+))?"
              .formatted("(?:%1$s(?:-%1$s)? )?%2$s-%2$s".formatted(DAY, TIME)));

  /**
   * A time of these days.
   *
   * @param end the first moment after it; where that is not after the start, on the day after
   */
  public record Part(Set<DayOfWeek> days, LocalTime start, LocalTime end) {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WeeklyWindow {
    requireNonNull(text, "text is null");
    Matcher window = ALL.matcher(text);
    if (!window.matches()) {
      throw new IllegalArgumentException(
          "It is no window such as 22:00-06:00 Europe/Paris or Mon-Fri 22:00-06:00, Sat 08:00-24:00.");
    }
    try {
      parts(window);
      zone(window);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("It has a time or a zone that does not exist.", e);
    }
  }

  public List<Part> parts() {
    return parts(matched());
  }

  public ZoneId zone() {
    return zone(matched());
  }

  private Matcher matched() {
    Matcher window = ALL.matcher(text);
    if (!window.matches()) {
      throw new IllegalStateException(text);
    }
    return window;
  }

  private static List<Part> parts(Matcher window) {
    return PART.matcher(window.group(1)).results()
        .map(
            part ->
                new Part(
                    days(part.group(1), part.group(2)),
                    LocalTime.parse(part.group(3)),
                    end(part.group(4))))
        .toList();
  }

  private static Set<DayOfWeek> days(String first, String last) {
    if (first == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    DayOfWeek from = day(first);
    DayOfWeek to = last == null ? from : day(last);
    Set<DayOfWeek> days = EnumSet.of(to);
    for (DayOfWeek day = from; day != to; day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  private static LocalTime end(String time) {
    return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time);
  }

  private static ZoneId zone(Matcher window) {
    return ZoneId.of(window.group(2) == null ? "UTC" : window.group(2));
  }
}
