/** Backfills side by side: one {@code UPDATE}, the loops that people write, and Phase's own. */
package dev.phase.benchmarks.backfill;
