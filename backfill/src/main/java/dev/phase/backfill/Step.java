package dev.phase.backfill;

/** What one transaction of a run came to. */
sealed interface Step {

  /** A batch of so many rows is done; the pass stands where the batch ended. */
  record Worked(Pass pass, long rows) implements Step {}

  /** There was no batch to do. */
  enum Turn implements Step {
    /** The next pass has begun. */
    NEXT_PASS,
    /** All passes are over. */
    FINISHED,
    /** The table has no rows. */
    EMPTY,
    PAUSED,
    SUPERSEDED
  }
}
