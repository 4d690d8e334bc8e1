package dev.phase.change;

import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.Optional;

/**
 * When the tail of the live window moves, as far as it is said.
 *
 * @param keep how many published versions stay live besides the newest one
 * @param restoreWindow how long a retired version can be restored before it is contracted
 */
public record ContractOverrides(
    @Bounds(least = "0") Optional<Integer> keep, Optional<Duration> restoreWindow) {

  /** Nothing said. */
  public static final ContractOverrides NONE =
      new ContractOverrides(Optional.empty(), Optional.empty());
}
