package dev.phase.engine;

import dev.phase.backfill.QuarantinedRow;
import dev.phase.backfill.RunDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about one backfill.
 *
 * @param rowsChanged rows that were written
 * @param rowsMended those of them that verification found wrong
 * @param workingSeconds time that its batches took, all workers together
 * @param walBytes what the server logged meanwhile, for others, too
 * @param settings what was changed by {@code phase backfill set}
 * @param throttledSeconds how long it has waited, by cause
 * @param chunks those that somebody works at, or has left
 * @param quarantine the first rows that cannot be converted
 * @param audit who asked what of it, newest first
 */
public record BackfillDetails(
    Status.BackfillStatus backfill,
    long rowsChanged,
    long rowsMended,
    long batches,
    double workingSeconds,
    long walBytes,
    Map<String, String> settings,
    Optional<String> waivedBy,
    Map<String, Double> throttledSeconds,
    List<RunDetails.ChunkSnapshot> chunks,
    List<QuarantinedRow> quarantine,
    List<RunDetails.AuditEntry> audit) {}
