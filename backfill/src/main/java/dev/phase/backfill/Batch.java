package dev.phase.backfill;

/**
 * What a batch did.
 *
 * @param changed rows that it wrote
 * @param mended those of them that verification found wrong
 */
record Batch(Chunk chunk, long changed, long mended) {}
