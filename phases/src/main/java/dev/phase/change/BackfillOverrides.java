package dev.phase.change;

import dev.phase.yaml.Minimum;
import java.time.Duration;
import java.util.Optional;

/**
 * How rows are converted, as far as it is said.
 *
 * @param batchRows how many rows one transaction converts at first
 * @param pause how long to rest between two batches
 */
public record BackfillOverrides(
    @Minimum("1") Optional<Integer> batchRows, Optional<Duration> pause) {

  /** Nothing said. */
  public static final BackfillOverrides NONE =
      new BackfillOverrides(Optional.empty(), Optional.empty());
}
