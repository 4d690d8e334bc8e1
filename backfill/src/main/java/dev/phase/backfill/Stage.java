package dev.phase.backfill;

/** What a run is doing to the rows. */
public enum Stage {
  /** Fills the columns. */
  CONVERT,
  /** Looks for rows whose columns are not what they should be. */
  VERIFY
}
