package dev.phase.change;

import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.Optional;

/**
 * How rows are converted, as far as it is said.
 *
 * @param batchRows how many rows one transaction converts at first
 * @param pause how long to rest between two batches
 */
public record BackfillOverrides(
    @Bounds(least = "1", most = "1000000") Optional<Integer> batchRows,
    @Bounds(least = "0ms", most = "1h") Optional<Duration> pause) {

  /** Nothing said. */
  public static final BackfillOverrides NONE =
      new BackfillOverrides(Optional.empty(), Optional.empty());
}
