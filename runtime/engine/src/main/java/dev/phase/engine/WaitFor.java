package dev.phase.engine;

/** What `phase wait` waits for. */
public enum WaitFor {
  /** Every row is converted. */
  BACKFILLED,
  /** The version's door is open. */
  LIVE
}
