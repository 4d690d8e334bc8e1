package dev.phase.backfill;

/** Asked between two batches; must be safe to ask from the thread that runs the backfill. */
@FunctionalInterface
public interface StopSignal {

  boolean isRaised();

  /** The signal of a run that goes on to its end. */
  static StopSignal never() {
    return () -> false;
  }
}
