package dev.phase.engine.execution;

import dev.phase.backfill.Sleeper;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.plan.Step;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Tries a step again when other sessions' locks stood in its way, until the budget is spent. */
final class LockRetry {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final Duration budget;
  private final Clock clock;
  private final Sleeper sleeper;

  LockRetry(Duration budget, Clock clock, Sleeper sleeper) {
    this.budget = budget;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** One try of a step. */
  @FunctionalInterface
  interface Attempt {
    void run() throws SQLException;
  }

  void run(Step step, Supplier<Optional<Blocker>> blocker, Attempt attempt) throws SQLException {
    Instant end = clock.instant().plus(budget);
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        attempt.run();
        return;
      } catch (SQLException e) {
        if (!SqlFailure.isPassing(e)) {
          throw e;
        }
        if (clock.instant().plus(pause).isAfter(end)) {
          throw spent(step, blocker.get(), e);
        }
        pause(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      }
    }
  }

  /** Between half and all of the pause, so that two retrying commands do not keep meeting. */
  private void pause(Duration pause) {
    try {
      long half = pause.toMillis() / 2;
      sleeper.sleep(Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhaseException(
          ExitCode.STOPPED, "Stopped while waiting for a lock. Run the same command again.", e);
    }
  }

  private PhaseException spent(Step step, Optional<Blocker> blocker, SQLException e) {
    String who = blocker.map(b -> " It waited for " + b + ".").orElse("");
    return new PhaseException(
        ExitCode.LOCKED,
        "Step \"%s\" did not get its locks within %d s.%s Run the same command again when the blocking session is done."
            .formatted(step.purpose(), budget.toSeconds(), who),
        e);
  }
}
