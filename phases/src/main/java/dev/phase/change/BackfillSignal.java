package dev.phase.change;

/** What a backfill can look at, where somebody's right to see it may be missing. */
public enum BackfillSignal {
  REPLICA_LAG,
  REPLICA_BYTES,
  ACTIVE_SESSIONS,
  QUERY
}
