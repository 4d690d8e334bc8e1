/**
 * Converts the rows that existed before the dual-write triggers did: in batches, each of which
 * commits its rows and its progress together, so that a run can end at any moment and resume.
 */
package dev.phase.backfill;
