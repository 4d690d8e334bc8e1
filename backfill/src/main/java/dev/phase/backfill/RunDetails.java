package dev.phase.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the ledger says of a run.
 *
 * @param rowsChanged rows that were written
 * @param rowsMended those of them that verification found wrong
 * @param working time that its batches took, all workers together
 * @param walBytes what the server logged meanwhile, for others, too
 * @param overrides settings that were changed for it
 * @param throttled how long it has waited, by cause
 * @param chunks those that somebody works at, or has left
 * @param quarantine the first rows that cannot be converted
 * @param audit who asked what of it, newest first
 */
public record RunDetails(
    RunSnapshot run,
    long rowsChanged,
    long rowsMended,
    long batches,
    Duration working,
    long walBytes,
    Overrides overrides,
    Optional<String> waivedBy,
    Map<String, Duration> throttled,
    List<ChunkSnapshot> chunks,
    List<QuarantinedRow> quarantine,
    List<AuditEntry> audit) {

  /** One chunk that is not done. */
  public record ChunkSnapshot(
      int number, String state, long rowsDone, long rowsTotal, Optional<Instant> leaseUntil) {}

  /** One wish. */
  public record AuditEntry(
      Instant at, String actor, String host, String action, String before, String after) {}
}
