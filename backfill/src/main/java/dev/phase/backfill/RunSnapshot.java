package dev.phase.backfill;

import java.time.Instant;
import java.util.Optional;

/**
 * One run, as the ledger has it.
 *
 * @param table schema and name, not quoted
 * @param reason why it does not run; absent while it does and when it is done
 * @param rowsDone rows that the present stage has gone over
 * @param rowsTotal an estimate, exact for small tables
 * @param rowsPerSecond over the last batches
 * @param eta until the end of the present stage; absent when it does not run
 * @param chunksLeft parts of the table that were cut and are not done
 * @param quarantined rows that cannot be converted
 * @param comesAfter the older run of the same table that has to be done first
 */
public record RunSnapshot(
    String id,
    String table,
    RunState state,
    Optional<String> reason,
    long rowsDone,
    long rowsTotal,
    double rowsPerSecond,
    Optional<Eta> eta,
    long chunksLeft,
    long quarantined,
    Optional<String> comesAfter,
    Instant startedAt,
    Instant updatedAt) {

  /** What the reason of a run that waits for others begins with. */
  static final String WAITS = "waits: ";

  /** Whether it has to wait for others, as the one who works on it last said. */
  public boolean waits() {
    return reason.filter(why -> why.startsWith(WAITS)).isPresent();
  }
}
