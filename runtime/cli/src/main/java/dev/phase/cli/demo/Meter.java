package dev.phase.cli.demo;

/** Reads the counters of a running application, with its speed since the last reading. */
final class Meter {

  private static final long WINDOW_NANOS = 1_000_000_000;

  private final Application application;
  private long since = System.nanoTime();
  private long servedThen;
  private long perSecond;

  Meter(Application application) {
    this.application = application;
  }

  String reading() {
    Tally tally = application.tally();
    long served = tally.served();
    long now = System.nanoTime();
    if (now - since >= WINDOW_NANOS) {
      perSecond = (served - servedThen) * WINDOW_NANOS / (now - since);
      since = now;
      servedThen = served;
    }
    return "%s %-8s %9s statements %6s/s  %s failed  longest %s"
        .formatted(
            application.edition(),
            application.isRunning() ? "running" : "stopped",
            Words.number(served),
            Words.number(application.isRunning() ? perSecond : 0),
            Words.number(tally.failed()),
            Words.millis(tally.longest()));
  }
}
