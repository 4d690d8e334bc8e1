package dev.phase.backfill;

/**
 * What a batch did.
 *
 * @param place how far its chunk is with it
 * @param changed rows that it wrote
 * @param mended those of them that verification found wrong
 * @param rate over the worker's last batches
 */
record Batch(Place place, long changed, long mended, Rate rate) {}
