package dev.phase.backfill;

/** What one transaction of a worker came to. */
sealed interface Step {

  /** A chunk is the worker's now; so many rows of its pass are done. */
  record Claimed(Claim claim, Pass pass, long rowsDone, Overrides overrides)
      implements Step {}

  /**
   * A batch of so many rows is done, some of which it wrote.
   *
   * @param stripe the one that it was of, from 0
   * @param whole whether it was worked at once, so that it tells how long the next one will take
   */
  record Worked(
      Pass pass,
      int stripe,
      long rows,
      long written,
      boolean whole,
      boolean endsChunk,
      long walBytes,
      Overrides overrides)
      implements Step {}

  /** There was no batch to do. */
  enum Turn implements Step {
    /** The next pass has begun. */
    NEXT_PASS,
    /** The chunk is someone else's now, or its pass is over. */
    LOST,
    /** The batch ran out of time, or would take too long row by row; the next one is smaller. */
    TOO_LONG,
    /** Others work on the last chunks of the pass. */
    WAIT,
    /** All passes are over. */
    FINISHED,
    /** All passes are over, and some rows cannot be converted. */
    QUARANTINED,
    /** The table has no rows. */
    EMPTY,
    /** It was done before. */
    DONE,
    PAUSED,
    CANCELLED,
    /** The run was removed from the ledger. */
    FORGOTTEN;

    static Turn of(Desired desired) {
      return desired == Desired.CANCEL ? CANCELLED : PAUSED;
    }
  }
}
