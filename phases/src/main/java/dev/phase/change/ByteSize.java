package dev.phase.change;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as PostgreSQL writes it: {@code 64MB}. A unit is 1024 of the one below. */
public record ByteSize(@JsonValue String text) {

  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,6}) ?(kB|MB|GB|TB)");

  private static final Map<String, Integer> SHIFTS =
      Map.of("kB", 10, "MB", 20, "GB", 30, "TB", 40);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ByteSize {
    requireNonNull(text, "text is null");
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException("It is no size such as 64MB, 500kB or 2GB.");
    }
  }

  public long bytes() {
    Matcher size = SYNTAX.matcher(text);
    if (!size.matches()) {
      throw new IllegalStateException(text);
    }
    return Long.parseLong(size.group(1)) << SHIFTS.get(size.group(2));
  }
}
