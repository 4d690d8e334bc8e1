package dev.phase.backfill;

import java.util.Optional;

/**
 * A part of the table that one worker has at a time.
 *
 * @param low where it begins; absent at the beginning of the table
 * @param stripes in how many turns it is worked
 * @param rows how many rows it has, about
 */
record Chunk(Optional<Position> low, Position high, int stripes, long rows) {}
