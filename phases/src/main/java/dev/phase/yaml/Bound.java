package dev.phase.yaml;

import static java.util.Objects.requireNonNull;

/**
 * What a file says, and where it says it.
 *
 * @param positions of every value in it
 */
public record Bound<T>(T value, Positions positions) {

  public Bound {
    requireNonNull(value, "value is null");
    requireNonNull(positions, "positions is null");
  }
}
