package dev.phase.planning;

/** A movement of the live window. */
public enum Move {
  /** A version enters at the head, with a closed door. */
  EXPAND,
  /** Its rows are converted and proven, and its door opens. */
  PUBLISH,
  /** The oldest live version's door closes; its data is kept in step. */
  RETIRE,
  /** The newest retired version's door opens again. */
  RESTORE,
  /** The oldest version leaves at the tail, with its structures. */
  CONTRACT,
  /** The newest version leaves at the head, with its structures. */
  ROLLBACK
}
