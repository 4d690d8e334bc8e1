package dev.phase.config;

import dev.phase.problem.Place;
import java.util.List;
import java.util.Locale;

/** Where settings come from; a later layer beats an earlier one. */
enum Layer {
  FILE,
  ENVIRONMENT,
  FLAG;

  /** The variable for a setting: {@code PHASE_LOCK_TIMEOUT}. */
  static String variable(List<String> path) {
    return "PHASE_" + String.join("_", path).toUpperCase(Locale.ROOT);
  }

  /** The flag for a setting, without dashes before it: {@code lock-timeout}. */
  static String flag(List<String> path) {
    return String.join("-", path).replace('_', '-');
  }

  /** How problems name the setting. */
  Place place(List<String> path) {
    return Place.of(this == FLAG ? "--" + flag(path) : variable(path));
  }
}
