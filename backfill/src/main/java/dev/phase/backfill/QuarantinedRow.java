package dev.phase.backfill;

import java.time.Instant;

/**
 * A row that cannot be converted as it is.
 *
 * @param rowName its key, or its place in a table without one: {@code id (7)}
 */
public record QuarantinedRow(String rowName, String sqlState, String message, Instant foundAt) {}
