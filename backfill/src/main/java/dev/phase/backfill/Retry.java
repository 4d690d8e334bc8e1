package dev.phase.backfill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Runs a transaction again that lost against another one, or its connection: for some minutes. */
final class Retry {

  private static final int ATTEMPTS = 40;
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 5_000;

  private final Sleeper sleeper;

  Retry(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** One transaction, from begin to commit. */
  interface Attempt<T> {
    T run() throws SQLException;
  }

  <T> T run(Attempt<T> attempt) throws SQLException, InterruptedException {
    for (int failures = 1; ; failures++) {
      try {
        return attempt.run();
      } catch (SQLException | RuntimeException e) {
        if (failures == ATTEMPTS || !mayPass(e)) {
          throw e;
        }
      }
      sleeper.sleep(backoff(failures));
    }
  }

  private static boolean mayPass(Throwable error) {
    return SqlErrors.isTransient(error) || SqlErrors.isConnectionLoss(error);
  }

  /** Twice as long each time, and at random, so that two that met do not meet again. */
  private static Duration backoff(int failures) {
    long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
  }
}
