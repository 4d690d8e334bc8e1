package dev.phase.backfill;

import java.util.UUID;

/**
 * The right to work on a chunk, for as long as nobody else claims it.
 *
 * @param epoch counts the claims of the chunk
 */
record Claim(String run, int seq, UUID owner, long epoch) {}
