package dev.phase.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as files write them: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 24h}, {@code 7d}. */
public final class Durations {

  /** What {@link #parse} accepts. */
  static final String PATTERN = "([0-9]{1,9})(ms|s|m|h|d)";

  private static final Pattern SYNTAX = Pattern.compile(PATTERN);
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Durations() {}

  /**
   * @throws IllegalArgumentException where the text is no duration
   */
  public static Duration parse(String text) {
    return find(text)
        .orElseThrow(
            () -> new IllegalArgumentException("\"%s\" is not a duration.".formatted(text)));
  }

  /** The duration; absent where the text is none. */
  static Optional<Duration> find(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    return matcher.matches()
        ? Optional.of(
            UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** The shortest text that {@link #parse} reads as this duration; parts of a millisecond are lost. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      long size = UNITS.get(unit).toMillis();
      if (millis != 0 && millis % size == 0) {
        return millis / size + unit;
      }
    }
    return millis + "ms";
  }
}
