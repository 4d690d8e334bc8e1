package dev.phase.config;

import dev.phase.change.BackfillOverrides;
import dev.phase.change.ContractOverrides;
import dev.phase.sql.Identifier;
import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.Optional;

/** What phase.yaml may say. Each key is also a flag and an environment variable. */
record SettingsFile(
    Optional<String> url,
    Optional<String> user,
    Optional<Identifier> schema,
    Optional<String> changes,
    @Bounds(least = "1ms") Optional<Duration> lockTimeout,
    Optional<Duration> lockBudget,
    Optional<BackfillOverrides> backfill,
    Optional<ContractOverrides> contract,
    Optional<WorkerKeys> worker) {

  /** What `phase worker` may be told. */
  record WorkerKeys(
      Optional<MetricsKeys> metrics, @Bounds(least = "1h") Optional<Duration> retention) {}

  /** What may be said of a worker's metrics. */
  record MetricsKeys(@Bounds(least = "1", most = "65535") Optional<Integer> port) {}
}
