package dev.phase.backfill;

/** What somebody wants a run to do. */
enum Desired {
  RUN,
  PAUSE,
  CANCEL
}
