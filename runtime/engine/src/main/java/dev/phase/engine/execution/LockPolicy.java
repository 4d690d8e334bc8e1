package dev.phase.engine.execution;

import java.time.Duration;

/**
 * How long a statement may wait for a lock.
 *
 * @param timeout of one try; while it waits, others queue behind it
 * @param budget of all tries of one step together
 */
public record LockPolicy(Duration timeout, Duration budget) {}
