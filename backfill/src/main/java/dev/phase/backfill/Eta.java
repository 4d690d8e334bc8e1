package dev.phase.backfill;

import java.time.Duration;

/**
 * How long the rest of a stage may take.
 *
 * @param likely at the rate of the last batches
 * @param soonest at the fastest of them
 * @param latest at the slowest of them
 */
public record Eta(Duration likely, Duration soonest, Duration latest) {}
