package dev.phase.plan;

import static java.util.Objects.requireNonNull;

/** A step that backfills a table in batches and then verifies it. */
public record SweepStep(String id, String purpose, Sweep sweep) implements Step {

  public SweepStep {
    requireNonNull(id, "id is null");
    requireNonNull(purpose, "purpose is null");
    requireNonNull(sweep, "sweep is null");
  }
}
