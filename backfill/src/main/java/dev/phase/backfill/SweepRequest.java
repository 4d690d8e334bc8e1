package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Sweep;

/**
 * What to convert, and how.
 *
 * @param id the run's name in the ledger, the same each time that the same sweep is asked for, such
 *     as {@code public/0007_split_name/users}
 */
public record SweepRequest(String id, Sweep sweep, BatchSettings settings) {

  public SweepRequest {
    requireNonNull(id, "id is null");
    requireNonNull(sweep, "sweep is null");
    requireNonNull(settings, "settings is null");
    if (id.isBlank()) {
      throw new IllegalArgumentException("A backfill needs an id.");
    }
  }
}
