package dev.phase.backfill;

/**
 * The pace of a chunk's first stripe, and that of the others. The first one to write pages since a
 * checkpoint has them logged whole, so what a batch may log leaves room for fewer of its rows.
 */
final class Paces {

  private static final int FEW = 200;

  private final Pace first;
  private final Pace others;

  Paces(BatchSettings settings) {
    this.first = new Pace(settings);
    this.others = new Pace(settings);
  }

  /**
   * @param stripe from 0
   */
  Pace of(int stripe) {
    return stripe == 0 ? first : others;
  }

  /** Whether batches have so few rows that to work each by itself keeps nobody waiting. */
  boolean areFew() {
    return first.rows() <= FEW && others.rows() <= FEW;
  }

  /** Whether batches cannot have fewer rows than now. */
  boolean areLeast() {
    return first.isLeast() && others.isLeast();
  }

  /**
   * After a batch that ran out of time, or met a lock.
   *
   * @return whether there is anything less to try
   */
  boolean halve() {
    return first.halve() | others.halve();
  }
}
