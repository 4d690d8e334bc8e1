package dev.phase.change;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a backfill can look at, where somebody's right to see it may be missing. */
public enum BackfillSignal {
  @JsonProperty("replica-lag")
  REPLICA_LAG,
  @JsonProperty("replica-bytes")
  REPLICA_BYTES,
  @JsonProperty("active-sessions")
  ACTIVE_SESSIONS,
  @JsonProperty("query")
  QUERY
}
