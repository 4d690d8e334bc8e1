package dev.phase.engine.property;

import dev.phase.engine.property.Scene.Link;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the documentation promises to find out about the origin of one updated row: evidence first,
 * then the session. That of a new row is always known.
 */
final class Judge {

  private final Scene scene;
  private final int version;
  private final OptionalInt hint;
  private int lowest;
  private int highest;

  Judge(Scene scene, Statement statement) {
    this.scene = scene;
    this.version = statement.version();
    this.hint = statement.hint();
    this.highest = scene.newest();
  }

  /** The physical columns that an update means to change. */
  Set<String> changes(Row before, Map<String, String> set) {
    Set<String> changed = new HashSet<>();
    set.forEach(
        (column, value) -> {
          String physical = scene.physical(version, column);
          if (!Objects.equals(before.base().get(physical), value)) {
            changed.add(physical);
          }
        });
    return changed;
  }

  /** Takes the changed columns of an update for evidence. */
  Judge updated(Set<String> changed) {
    changed.forEach(this::narrow);
    return this;
  }

  private void narrow(String physical) {
    Set<Integer> seen = scene.seenBy(physical);
    lowest = Math.max(lowest, seen.stream().mapToInt(i -> i).min().orElse(0));
    highest = Math.min(highest, seen.stream().mapToInt(i -> i).max().orElse(highest));
  }

  /** Whether the update's origin is bound to be found on the writer's side of the rule. */
  boolean updateIsRight(Link link) {
    if (!isOpen(link)) {
      return true;
    }
    int origin = Math.max(lowest, Math.min(highest, hint.orElse(-1)));
    return hint.isPresent() && (origin >= link.boundary()) == (version >= link.boundary());
  }

  /** Whether the evidence leaves both sides of the rule possible. */
  boolean isOpen(Link link) {
    return lowest < link.boundary() && link.boundary() <= highest;
  }

  boolean isSilent() {
    return hint.isEmpty();
  }
}
