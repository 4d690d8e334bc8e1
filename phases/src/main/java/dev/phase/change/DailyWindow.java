package dev.phase.change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of each day: {@code 22:00-06:00 Europe/Paris}, or UTC where no zone is named. */
public record DailyWindow(@JsonValue String text) {

  private static final Pattern SYNTAX =
      Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?: (\\S+))?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DailyWindow {
    requireNonNull(text, "text is null");
    Matcher window = SYNTAX.matcher(text);
    if (!window.matches()) {
      throw new IllegalArgumentException("It is no window such as 22:00-06:00 Europe/Paris.");
    }
    try {
      LocalTime.parse(window.group(1));
      LocalTime.parse(window.group(2));
      zone(window);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("It has a time or a zone that does not exist.", e);
    }
  }

  public LocalTime start() {
    return LocalTime.parse(parts().group(1));
  }

  /** The first moment after it; it may be on the next day. */
  public LocalTime end() {
    return LocalTime.parse(parts().group(2));
  }

  public ZoneId zone() {
    return zone(parts());
  }

  private static ZoneId zone(Matcher window) {
    return ZoneId.of(window.group(3) == null ? "UTC" : window.group(3));
  }

  private Matcher parts() {
    Matcher window = SYNTAX.matcher(text);
    if (!window.matches()) {
      throw new IllegalStateException(text);
    }
    return window;
  }
}
