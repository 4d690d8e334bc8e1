package dev.phase.backfill;

/** How a call of {@link Backfill#run} ended. */
public enum Outcome {
  /** Every row is converted, and verified where that is possible; now or by an earlier run. */
  DONE,
  /**
   * Every row is converted but those in quarantine. The next run looks at every row again, so
   * mended ones are converted then; {@link Controls#waive} lets it end without them.
   */
  QUARANTINED,
  /** Someone paused the run; {@link Controls#resume} lets it go on. */
  PAUSED,
  /** Someone cancelled the run; {@link Controls#retry} lets it go on. */
  CANCELLED,
  /** The caller's {@link StopSignal} ended it; the next run goes on from here. */
  STOPPED,
  /** An older run of the same table has to be done first. */
  QUEUED,
  /** The run was forgotten. */
  SUPERSEDED
}
