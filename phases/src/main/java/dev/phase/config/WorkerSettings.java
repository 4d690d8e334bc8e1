package dev.phase.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How workers run.
 *
 * @param metricsPort where to tell metrics and health; absent where nobody asks
 * @param retention how long to keep what is over in the ledger of backfills
 */
public record WorkerSettings(Optional<Integer> metricsPort, Duration retention) {

  static final WorkerSettings DEFAULT =
      new WorkerSettings(Optional.empty(), Duration.ofDays(90));

  public WorkerSettings {
    requireNonNull(metricsPort, "metricsPort is null");
    requireNonNull(retention, "retention is null");
  }

  static WorkerSettings of(SettingsFile.WorkerKeys said) {
    return new WorkerSettings(
        said.metrics().flatMap(SettingsFile.MetricsKeys::port),
        said.retention().orElse(DEFAULT.retention()));
  }
}
