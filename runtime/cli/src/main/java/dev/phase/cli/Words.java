package dev.phase.cli;

import dev.phase.backfill.Eta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and words as messages show them. */
final class Words {

  private Words() {}

  static String capitalise(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** {@code 1 file}, {@code 2 files}. */
  static String count(long number, String singular) {
    return count(number, singular, singular + "s");
  }

  static String count(long number, String singular, String plural) {
    return grouped(number) + " " + (number == 1 ? singular : plural);
  }

  /** {@code 1,234,567}. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The two largest units that matter: {@code 350 ms}, {@code 42 s}, {@code 3 min 5 s}, {@code 2 h 1 min}. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1) {
      return duration.toMillis() + " ms";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return pair(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  /** In one unit, rounded outwards: {@code 8-12 s}, {@code 3-5 min}, {@code 4 s}. */
  static String range(Eta eta) {
    long most = eta.latest().toSeconds();
    if (most < 120) {
      return range(eta, 1, "s");
    }
    if (most < 2 * 3600) {
      return range(eta, 60, "min");
    }
    return most < 2 * 86_400 ? range(eta, 3600, "h") : range(eta, 86_400, "d");
  }

  private static String range(Eta eta, long unit, String name) {
    long least = eta.soonest().toSeconds() / unit;
    long most = (eta.latest().toSeconds() + unit - 1) / unit;
    return (least == most ? "" : least + "-") + most + " " + name;
  }

  /** The text on lines of at most this width, broken between words. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String pair(long major, String majorUnit, long minor, String minorUnit) {
    String text = major + " " + majorUnit;
    return minor == 0 ? text : text + " " + minor + " " + minorUnit;
  }
}
