package dev.phase.backfill;

import dev.phase.plan.Fill;
import org.jdbi.v3.core.Handle;

/**
 * What is to be done, and where.
 *
 * @param key the run as it was when it was started here
 */
record Job(SweepRequest request, TargetTable table, RunKey key) {

  String run() {
    return request.id();
  }

  /** How a pass that begins now goes through the table. Pages are fastest. */
  Chunks chunks(Handle handle, Stage stage) {
    boolean byKey =
        stage == Stage.VERIFY && table.suitsKey(handle, request.settings().snapshotPages());
    return table.chunks(byKey);
  }

  /** How this pass does, if it still can. */
  Chunks chunks(Pass pass) {
    return table.chunks(pass.isByKey());
  }

  SweepSql sql() {
    return new SweepSql(request.sweep(), table.exactColumns());
  }

  /** Whether there is anything that can be compared with what it should be. */
  boolean verifiable() {
    return request.sweep().fills().stream().anyMatch(fill -> !fill.onlyNull());
  }

  /** Whether there is anything that can only be looked at for being there. */
  boolean fillsOnlyNull() {
    return request.sweep().fills().stream().anyMatch(Fill::onlyNull);
  }
}
