package dev.phase.compat.sync;

import dev.phase.need.Conversion;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sync rule with its place among the versions.
 *
 * @param boundary the lowest version on its new side, counted from the oldest
 * @param position that of its operation; versions from it on lie on its new side
 * @param holders every column that it reads or writes, each once
 */
record Rule(
    int boundary, long position, List<Conversion> up, List<Conversion> down, List<Holder> holders) {

  Rule {
    up = List.copyOf(up);
    down = List.copyOf(down);
    holders = List.copyOf(holders);
  }

  /** What brings up a number that the base table has given. */
  List<Conversion> counted() {
    return up.stream()
        .filter(
            c ->
                holders.stream()
                    .anyMatch(h -> h.isCounted() && h.physical().equals(c.target().physical())))
        .toList();
  }

  /** Whether one of the two reads or writes what the other one writes. */
  boolean touches(Rule other) {
    return writes(other) || other.writes(this);
  }

  private boolean writes(Rule other) {
    return Stream.concat(up.stream(), down.stream())
        .map(c -> c.target().physical())
        .anyMatch(t -> other.holders.stream().anyMatch(h -> h.physical().equals(t)));
  }

  /** The columns that both of its sides see. */
  List<Holder> shared() {
    return holders.stream().filter(h -> h.isShared(boundary)).toList();
  }
}
