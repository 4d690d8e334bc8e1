package dev.phase.cli.demo;

import dev.phase.backfill.Progress;
import dev.phase.backfill.Stage;
import java.time.Duration;
import java.util.Locale;

/** Numbers as the demo shows them. */
final class Words {

  private static final int CELLS = 16;

  private Words() {}

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String millis(Duration duration) {
    long micros = duration.toNanos() / 1_000;
    return micros < 10_000
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0)
        : number(micros / 1_000) + " ms";
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
  }

  /** What has been done to the rows. */
  static String past(Stage stage) {
    return stage == Stage.VERIFY ? "verified" : "converted";
  }

  /** {@code convert orders [######......]  50 %  200,000 rows, 90,000/s, 2.0 s left}. */
  static String bar(Progress progress) {
    double share =
        progress.rowsTotal() == 0 ? 1 : (double) progress.rowsDone() / progress.rowsTotal();
    int full = (int) (share * CELLS);
    String left = progress.eta().map(eta -> ", " + seconds(eta.likely()) + " left").orElse("");
    return "%s %s [%s%s] %3d %%  %s rows, %s/s%s"
        .formatted(
            progress.stage() == Stage.VERIFY ? "verify" : "convert",
            progress.table().name(),
            "#".repeat(full),
            ".".repeat(CELLS - full),
            (int) (share * 100),
            number(progress.rowsDone()),
            number(Math.round(progress.rowsPerSecond())),
            left);
  }
}
