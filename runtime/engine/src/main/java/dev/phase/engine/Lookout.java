package dev.phase.engine;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.execution.Listener;
import dev.phase.planning.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says, before a plan's first step, who would be in its way; everybody once in a command. */
final class Lookout {

  private final Project project;
  private final Listener listener;
  private final Set<String> told = new HashSet<>();

  Lookout(Project project, Listener listener) {
    this.project = project;
    this.listener = listener;
  }

  void look(Plan plan) {
    for (Obstacle obstacle : Forecaster.obstacles(project, List.of(plan))) {
      if (told.add(obstacle.kind() + " " + obstacle.name())) {
        listener.notice("In the way: " + obstacle.describe());
      }
    }
  }
}
