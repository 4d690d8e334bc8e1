package dev.phase.engine.state;

/** What became of a plan. */
enum PlanState {
  RUNNING,
  DONE,
  /** A rollback has taken over. */
  ABANDONED
}
