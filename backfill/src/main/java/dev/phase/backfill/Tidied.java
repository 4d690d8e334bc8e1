package dev.phase.backfill;

/**
 * What was put away.
 *
 * @param chunks chunks whose workers were gone; they are free again
 * @param runs runs that were not done, of versions that are gone
 * @param audit entries of the audit that were old
 */
public record Tidied(int chunks, int runs, int audit) {}
