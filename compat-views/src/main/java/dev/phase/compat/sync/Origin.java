package dev.phase.compat.sync;

/**
 * Finds out which version updated a row, and starts the passes from there. Most tables
 * have one boundary between versions, which takes one comparison or two; more boundaries take numbers.
 */
sealed interface Origin permits NoBoundary, OneBoundary, ManyBoundaries {

  /** Declares what the other one uses. */
  void declare(Code code);

  void updated(Code code);
}
