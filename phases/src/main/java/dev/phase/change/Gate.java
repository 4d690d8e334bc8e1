package dev.phase.change;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A condition that must hold before the tail of the live window moves. */
public enum Gate {
  /** Every row of the next version is converted; always so, since it would not be live otherwise. */
  BACKFILLED,
  /** Every row of the next version has been compared with its expression; always so as well. */
  VERIFIED,
  /** No session of an application is on the version. */
  @JsonProperty("no-clients")
  NO_CLIENTS,
  /** Somebody has run {@code phase approve}. */
  APPROVED
}
