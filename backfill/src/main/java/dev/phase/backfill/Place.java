package dev.phase.backfill;

import java.util.Optional;

/**
 * How far a chunk is.
 *
 * @param stripe the one that is worked, from 0
 * @param cursor where the next batch of this stripe begins; absent at the chunk's beginning
 * @param rowsDone rows that have been gone over
 */
record Place(int stripe, Optional<Position> cursor, long rowsDone) {

  /** After a batch. */
  Place after(Slice slice) {
    return slice.endsStripe()
        ? new Place(stripe + 1, Optional.empty(), rowsDone + slice.rows())
        : new Place(stripe, Optional.of(slice.last()), rowsDone + slice.rows());
  }
}
