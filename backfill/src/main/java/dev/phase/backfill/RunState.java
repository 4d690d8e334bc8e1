package dev.phase.backfill;

/** The state of a run as the ledger shows it. */
public enum RunState {
  /** It waits for somebody who works on it. */
  QUEUED,
  RUNNING,
  VERIFYING,
  /** Someone asked for it; it waits for {@link Controls#resume}. */
  PAUSED,
  /** Someone cancelled it; it waits for {@link Controls#retry}. */
  CANCELLED,
  /** Its process was told to end; the next run goes on from here. */
  STOPPED,
  /** An error ended it; the next run tries again from here. */
  FAILED,
  /** Some rows cannot be converted; the next run looks at every row again. */
  QUARANTINED,
  DONE
}
