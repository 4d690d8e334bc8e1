package dev.phase.backfill;

import java.time.Clock;
import java.time.Instant;

/** Asked between two batches; must be safe to ask from the thread that runs the backfill. */
@FunctionalInterface
public interface StopSignal {

  boolean isRaised();

  /** Whether to end even what somebody would have to begin anew. */
  default boolean isUrgent() {
    return isRaised();
  }

  /** A signal that is raised at this time, and, urgently, when the other one is. */
  static StopSignal at(Instant end, Clock clock, StopSignal other) {
    return new StopSignal() {
      @Override
      public boolean isRaised() {
        return other.isRaised() || !clock.instant().isBefore(end);
      }

      @Override
      public boolean isUrgent() {
        return other.isUrgent();
      }
    };
  }

  /** A signal that is raised when any of the two is. */
  static StopSignal either(StopSignal one, StopSignal other) {
    return new StopSignal() {
      @Override
      public boolean isRaised() {
        return one.isRaised() || other.isRaised();
      }

      @Override
      public boolean isUrgent() {
        return one.isUrgent() || other.isUrgent();
      }
    };
  }

  /** The signal of a run that goes on to its end. */
  static StopSignal never() {
    return () -> false;
  }
}
