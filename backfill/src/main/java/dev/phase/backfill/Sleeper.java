package dev.phase.backfill;

import java.time.Duration;

/** Lets time pass; tests bring their own. */
@FunctionalInterface
public interface Sleeper {

  void sleep(Duration duration) throws InterruptedException;

  /** Real time. */
  static Sleeper system() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}
