package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A step that backfills a table in batches and then verifies it. */
public record SweepStep(String id, String purpose, Sweep sweep) implements Step {

  public SweepStep {
    requireNonNull(id, "id is null");
    requireNonNull(purpose, "purpose is null");
    requireNonNull(sweep, "sweep is null");
  }

  /** Those of one batch, which the next one takes anew. */
  @Override
  public List<Lock> locks() {
    return List.of(new Lock(sweep.table(), LockLevel.ROW_EXCLUSIVE));
  }
}
