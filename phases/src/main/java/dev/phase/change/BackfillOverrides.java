package dev.phase.change;

import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.Optional;

/**
 * How rows are converted, as far as it is said.
 *
 * @param batchRows how many rows one transaction converts at first
 * @param batchTime how long a batch should take, which the number of its rows follows
 * @param pause how long to rest between two batches
 * @param workers how many batches a command works at once
 */
public record BackfillOverrides(
    @Bounds(least = "1", most = "1000000") Optional<Integer> batchRows,
    @Bounds(least = "0ms", most = "1m") Optional<Duration> batchTime,
    @Bounds(least = "0ms", most = "1h") Optional<Duration> pause,
    @Bounds(least = "1", most = "64") Optional<Integer> workers) {

  /** Nothing said. */
  public static final BackfillOverrides NONE =
      new BackfillOverrides(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
