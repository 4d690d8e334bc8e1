package dev.phase.engine.property;

import dev.phase.engine.property.Scene.Link;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a write may spread along the rules.
 *
 * @param version the writer's
 */
record Flow(Scene scene, int version) {

  /** Every column that these rules may write. */
  Set<String> targets(Predicate<Link> selected) {
    Set<String> targets = new HashSet<>();
    scene.links().stream()
        .filter(selected)
        .forEach(
            link -> {
              targets.addAll(link.targets(true));
              targets.addAll(link.targets(false));
            });
    return targets;
  }

  /** What may change where these columns do; a rule whose side is known only works one way. */
  Set<String> from(Set<String> changed, Predicate<Link> right) {
    Set<String> all = new HashSet<>(changed);
    boolean more = true;
    while (more) {
      more = false;
      for (Link link : scene.links()) {
        if (link.holders().stream().anyMatch(all::contains)) {
          boolean older = version < link.boundary();
          if (!right.test(link) || older) {
            more |= all.addAll(link.targets(true));
          }
          if (!right.test(link) || !older) {
            more |= all.addAll(link.targets(false));
          }
        }
      }
    }
    return all;
  }
}
