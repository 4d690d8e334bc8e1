/**
 * What a step will cost on this database: rows, bytes, time, WAL and disk, from what the catalog
 * and earlier backfills tell. Pure but for the reader; nothing here runs a step.
 */
package dev.phase.engine.estimate;
