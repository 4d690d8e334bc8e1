package dev.phase.engine.execution;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.activity.Obstacles;
import dev.phase.plan.Lock;
import dev.phase.planning.Plan;
import dev.phase.sql.QualifiedName;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says, before a plan's first step, who would be in its way; everybody once. */
public final class Lookout {

  private final Workplace workplace;
  private final Set<String> told = new HashSet<>();

  Lookout(Workplace workplace) {
    this.workplace = workplace;
  }

  void look(Plan plan) {
    for (Obstacle obstacle :
        find(workplace.connection(), List.of(plan), workplace.locks().timeout())) {
      if (told.add(obstacle.kind() + " " + obstacle.name())) {
        workplace.listener().notice("In the way: " + obstacle.describe());
      }
    }
  }

  /**
   * Who is in the way of these plans: on tables that they lock, or with an old snapshot.
   *
   * @param patience how long a lock is no obstacle
   */
  public static List<Obstacle> find(
      Connection connection, List<Plan> plans, Duration patience) {
    Set<QualifiedName> locked =
        plans.stream()
            .flatMap(plan -> plan.steps().stream())
            .flatMap(step -> step.locks().stream())
            .map(Lock::relation)
            .collect(Collectors.toSet());
    return new Obstacles(connection).find(locked, patience);
  }
}
