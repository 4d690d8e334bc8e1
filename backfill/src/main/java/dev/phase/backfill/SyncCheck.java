package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Fill;
import java.util.List;

/**
 * Two representations of a table's data, of which a row is right if one follows from the other.
 *
 * @param up what the newer columns are by the older ones; empty where they do not follow
 * @param down what the older columns are by the newer ones; likewise
 */
public record SyncCheck(List<Fill> up, List<Fill> down) {

  public SyncCheck {
    up = List.copyOf(requireNonNull(up, "up is null"));
    down = List.copyOf(requireNonNull(down, "down is null"));
    if (up.isEmpty() && down.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to compare.");
    }
  }

  /** Whether it can be told: a volatile expression gives another value each time. */
  public boolean isTelling() {
    return up.stream().noneMatch(Fill::onlyNull) && down.stream().noneMatch(Fill::onlyNull);
  }
}
