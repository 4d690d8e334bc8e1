package dev.phase.cli;

import dev.phase.engine.estimate.Range;
import java.time.Duration;
import java.util.Locale;

/** Sizes and estimates as messages show them. */
final class Amounts {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Amounts() {}

  /** {@code 512 B}, {@code 1.5 MB}, {@code 130 GB}: with one digit after the point below 10. */
  static String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    boolean isFine = unit > 0 && amount < 9.95;
    return String.format(Locale.ROOT, isFine ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
  }

  /** {@code 2.0 MB to 1.1 GB}. */
  static String bytes(Range range) {
    return join(bytes(range.least()), bytes(range.most()));
  }

  /** {@code 10 s to 1 min}; a second at least. */
  static String time(Range millis) {
    return millis.most() < 1_000
        ? "less than 1 s"
        : join(time(Math.max(1_000, millis.least())), time(millis.most()));
  }

  private static String time(long millis) {
    return Words.duration(Duration.ofSeconds(Math.round(millis / 1_000.0)));
  }

  private static String join(String least, String most) {
    return least.equals(most) ? least : least + " to " + most;
  }
}
