package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.BackfillOverrides;
import java.time.Duration;

/**
 * How rows are converted: what is said, and defaults where something is needed that is not.
 *
 * @param said limits that are not said are none
 */
public record BackfillSettings(BackfillOverrides said) {

  static final BackfillSettings DEFAULT = new BackfillSettings(BackfillOverrides.NONE);

  public BackfillSettings {
    requireNonNull(said, "said is null");
  }

  /** How many rows one transaction converts at most. */
  public int batchRows() {
    return said.batchRows().orElse(5_000);
  }

  /** How long a batch should take; zero where its size is to stay as it is. */
  public Duration batchTime() {
    return said.batchTime().orElse(Duration.ofMillis(250));
  }

  /** How many bytes of the server's log a batch may fill. */
  public long batchWal() {
    return said.batchWal().map(size -> size.bytes()).orElse(64L << 20);
  }

  /** How long to rest between two batches. */
  public Duration pause() {
    return said.pause().orElse(Duration.ZERO);
  }

  /** How long to rest besides, in percent of what batches take; longer after one that logs more. */
  public int nice() {
    return said.nice().orElse(0);
  }

  /** How many batches a command works at once. */
  public int workers() {
    return said.workers().orElse(1);
  }

  /** Whether to wait while others wait for a lock on the table. */
  public boolean yieldToLocks() {
    return said.yieldToLocks().orElse(true);
  }

  /** Whether to wait while the table is vacuumed. */
  public boolean yieldToVacuum() {
    return said.yieldToVacuum().orElse(false);
  }

  /** These settings, except for what the overrides say. */
  BackfillSettings with(BackfillOverrides overrides) {
    return new BackfillSettings(overrides.over(said));
  }
}
