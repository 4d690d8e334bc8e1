/**
 * What a step will cost on this database: rows, bytes, time, log and disk, from what the catalog and
 * earlier backfills tell. Estimates, pure but for the two readers; nothing here runs a step.
 */
package dev.phase.engine.estimate;
