package dev.phase.backfill;

import dev.phase.plan.Fill;
import java.util.List;
import java.util.UUID;

/**
 * The right to work on a chunk, for as long as nobody else claims it.
 *
 * @param epoch counts the claims of the chunk
 * @param favours what else its rows may be given while they are written anyway: younger runs of the
 *     table want it. They look at every row themselves, so nothing depends on it.
 */
record Claim(String run, int seq, UUID owner, long epoch, List<Fill> favours) {

  Claim {
    favours = List.copyOf(favours);
  }

  Claim with(List<Fill> wanted) {
    return new Claim(run, seq, owner, epoch, wanted);
  }

  /** The same without doing anybody a favour. */
  Claim alone() {
    return with(List.of());
  }
}
