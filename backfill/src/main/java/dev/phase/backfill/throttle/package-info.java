/** When a backfill has to wait for others: signals, their limits, and why it waits now. */
package dev.phase.backfill.throttle;
