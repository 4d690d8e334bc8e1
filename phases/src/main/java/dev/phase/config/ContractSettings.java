package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.ContractOverrides;
import java.time.Duration;

/**
 * When the tail of the live window moves.
 *
 * @param keep how many published versions stay live besides the newest one
 * @param restoreWindow how long a retired version can be restored before it is contracted
 */
public record ContractSettings(int keep, Duration restoreWindow) {

  static final ContractSettings DEFAULT = new ContractSettings(2, Duration.ofHours(24));

  public ContractSettings {
    requireNonNull(restoreWindow, "restoreWindow is null");
  }

  /** These settings, except for what the overrides say. */
  ContractSettings with(ContractOverrides overrides) {
    return new ContractSettings(
        overrides.keep().orElse(keep), overrides.restoreWindow().orElse(restoreWindow));
  }
}
