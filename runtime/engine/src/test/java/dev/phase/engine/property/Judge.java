package dev.phase.engine.property;

import dev.phase.engine.property.ColumnShape.Filled;
import dev.phase.engine.property.Scene.Link;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the documentation promises to find out about the origin of one written row: evidence first,
 * then the session, then the oldest version that can have made it.
 */
final class Judge {

  private final Scene scene;
  private final int version;
  private final OptionalInt hint;
  private final Set<String> filled = new HashSet<>();
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
          if (!java.util.Objects.equals(before.base().get(physical), value)) {
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

  /** Takes what a new row holds for evidence, be it given or a default. */
  Judge inserted(Map<String, String> given) {
    for (String physical : scene.physicals()) {
      if (scene.fillsItself(physical)) {
        filled.add(physical);
      }
    }
    for (ColumnShape column : scene.shape(version).all()) {
      String physical = scene.physical(version, column.name());
      boolean key = column.equals(scene.shape(version).key());
      boolean named = given.containsKey(column.name()) || key;
      boolean present = named ? key || given.get(column.name()) != null : column.filled() != Filled.NOTHING;
      if (present && !scene.fillsItself(physical)) {
        narrow(physical);
      }
      if (present) {
        filled.add(physical);
      } else {
        filled.remove(physical);
      }
    }
    while (lowest < highest && lacks(highest)) {
      highest--;
    }
    while (lowest < highest && lacks(lowest)) {
      lowest++;
    }
    return this;
  }

  private boolean lacks(int candidate) {
    return scene.shape(candidate).columns().stream()
        .anyMatch(c -> !c.nullable() && !filled.contains(scene.physical(candidate, c.name())));
  }

  /** Whether the new row's origin is on the writer's side of the rule. */
  boolean insertIsRight(Link link) {
    int said = Math.max(lowest, Math.min(highest, hint.orElse(lowest)));
    int origin = lacks(said) ? lowest : said;
    return (origin >= link.boundary()) == (version >= link.boundary());
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
