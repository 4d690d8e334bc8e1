package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.BackfillOverrides;
import java.time.Duration;

/**
 * How rows are converted.
 *
 * @param batchRows how many rows one transaction converts at first
 * @param batchTime how long a batch should take, which the number of its rows follows; zero where it
 *     is to stay as it is
 * @param pause how long to rest between two batches
 * @param workers how many batches a command works at once
 */
public record BackfillSettings(int batchRows, Duration batchTime, Duration pause, int workers) {

  static final BackfillSettings DEFAULT =
      new BackfillSettings(5_000, Duration.ofMillis(250), Duration.ZERO, 1);

  public BackfillSettings {
    requireNonNull(batchTime, "batchTime is null");
    requireNonNull(pause, "pause is null");
  }

  /** These settings, except for what the overrides say. */
  BackfillSettings with(BackfillOverrides overrides) {
    return new BackfillSettings(
        overrides.batchRows().orElse(batchRows),
        overrides.batchTime().orElse(batchTime),
        overrides.pause().orElse(pause),
        overrides.workers().orElse(workers));
  }
}
