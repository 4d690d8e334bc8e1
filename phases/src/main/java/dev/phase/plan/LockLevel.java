package dev.phase.plan;

/** PostgreSQL's table lock modes, weakest first, as its manual names them ("Explicit Locking"). */
public enum LockLevel {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** Whether INSERT, UPDATE and DELETE wait for it. */
  public boolean blocksWriters() {
    return compareTo(SHARE) >= 0;
  }

  /** Whether even SELECT waits for it. */
  public boolean blocksReaders() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether other changes of the table, and VACUUM, wait for it. */
  public boolean blocksDdl() {
    return compareTo(SHARE_UPDATE_EXCLUSIVE) >= 0;
  }

  /** In PostgreSQL's words: {@code ACCESS EXCLUSIVE}. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
