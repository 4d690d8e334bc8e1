package dev.phase.backfill;

import dev.phase.sql.QualifiedName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands after a batch.
 *
 * @param rowsDone rows that this stage has gone over
 * @param rowsTotal an estimate, exact for small tables; never less than {@code rowsDone}
 * @param rowsPerSecond over the last batches; 0 when not known yet
 * @param eta until the end of this stage; absent when the speed is not known yet
 * @param hold why it waits; absent while it works
 * @param throttled how long this process has waited in this run, by cause
 */
public record Progress(
    QualifiedName table,
    Stage stage,
    long rowsDone,
    long rowsTotal,
    double rowsPerSecond,
    Optional<Eta> eta,
    Optional<String> hold,
    Map<String, Duration> throttled) {

  public Progress {
    throttled = Map.copyOf(throttled);
  }
}
