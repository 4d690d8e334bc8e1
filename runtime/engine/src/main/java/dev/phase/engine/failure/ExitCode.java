package dev.phase.engine.failure;

/** How a command ends, for scripts and pipelines. */
public enum ExitCode {
  /** Done, or nothing to do. */
  OK(0),
  /** A defect of Phase. */
  INTERNAL(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The configuration or a change file is invalid. */
  INVALID(3),
  /** The change files and the database disagree about what was applied. */
  DRIFT(4),
  /** The window is not in a state that allows this. */
  GATE(5),
  /** Another Phase holds the lock, or other sessions held theirs for too long; try again. */
  LOCKED(6),
  /** The database cannot be reached; try again. */
  UNREACHABLE(7),
  /** A statement failed. */
  SQL_FAILED(8),
  /** What was waited for did not happen in time. */
  TIMED_OUT(9),
  /** Stopped by a signal; run again to go on. */
  STOPPED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
