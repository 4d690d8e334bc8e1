package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.ContractOverrides;
import dev.phase.change.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When the tail of the live window moves.
 *
 * @param keep how many published versions stay live besides the newest one
 * @param soak how long a version must have been live before the one below it is retired
 * @param restoreWindow how long a retired version can be restored before it is contracted
 * @param require what must hold before a version is retired or contracted
 * @param sql a query whose one value must be true, likewise
 */
public record ContractSettings(
    int keep, Duration soak, Duration restoreWindow, List<Gate> require, Optional<String> sql) {

  static final ContractSettings DEFAULT =
      new ContractSettings(2, Duration.ZERO, Duration.ofHours(24), List.of(), Optional.empty());

  public ContractSettings {
    requireNonNull(soak, "soak is null");
    requireNonNull(restoreWindow, "restoreWindow is null");
    require = List.copyOf(require);
    requireNonNull(sql, "sql is null");
  }

  /** Whether the gate must be open. */
  public boolean requires(Gate gate) {
    return require.contains(gate);
  }

  /** These settings, except for what the overrides say. */
  public ContractSettings with(ContractOverrides overrides) {
    return new ContractSettings(
        overrides.keep().orElse(keep),
        overrides.soak().orElse(soak),
        overrides.restoreWindow().orElse(restoreWindow),
        overrides.require().orElse(require),
        overrides.sql().or(() -> sql));
  }
}
