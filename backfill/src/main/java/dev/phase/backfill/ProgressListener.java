package dev.phase.backfill;

/** Hears of each batch after it has committed, on the thread that runs the backfill. */
@FunctionalInterface
public interface ProgressListener {

  void on(Progress progress);

  /** A listener that does nothing. */
  static ProgressListener none() {
    return progress -> {};
  }
}
