package dev.phase.engine.state;

/** What became of a plan. */
enum PlanState {
  RUNNING,
  DONE,
  /** A rollback has taken over, or a newer version came in first. */
  ABANDONED
}
