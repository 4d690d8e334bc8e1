package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.BackfillOverrides;
import java.time.Duration;

/**
 * How rows are converted.
 *
 * @param batchRows how many rows one transaction converts at first
 * @param pause how long to rest between two batches
 */
public record BackfillSettings(int batchRows, Duration pause) {

  static final BackfillSettings DEFAULT = new BackfillSettings(5_000, Duration.ZERO);

  public BackfillSettings {
    requireNonNull(pause, "pause is null");
  }

  /** These settings, except for what the overrides say. */
  BackfillSettings with(BackfillOverrides overrides) {
    return new BackfillSettings(
        overrides.batchRows().orElse(batchRows), overrides.pause().orElse(pause));
  }
}
