/**
 * Dual writes: one trigger function for each base table carries all its sync rules. It finds out
 * which version wrote the row, and from there converts up and down.
 */
package dev.phase.compat.sync;
