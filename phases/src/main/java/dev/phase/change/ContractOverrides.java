package dev.phase.change;

import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When the tail of the live window moves, as far as it is said.
 *
 * @param keep how many published versions stay live besides the newest one
 * @param soak how long a version must have been live before the one below it is retired
 * @param restoreWindow how long a retired version can be restored before it is contracted
 * @param require what must hold before a version is retired or contracted
 * @param sql a query whose one value must be true, likewise
 */
public record ContractOverrides(
    @Bounds(least = "0") Optional<Integer> keep,
    Optional<Duration> soak,
    Optional<Duration> restoreWindow,
    Optional<List<Gate>> require,
    Optional<String> sql) {

  /** Nothing said. */
  public static final ContractOverrides NONE =
      new ContractOverrides(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
