package dev.phase.cli;

import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A movement of the window as a plan shows it; a part of {@code phase plan -o json}.
 *
 * @param move expand, publish, retire, restore, contract or rollback
 */
record PlanView(String move, String version, List<StepView> steps) {

  /** The whole of {@code phase plan -o json}. */
  record Document(List<PlanView> plans) {}

  static List<PlanView> of(List<Plan> plans) {
    List<PlanView> views = new ArrayList<>();
    for (Plan plan : plans) {
      List<StepView> steps = new ArrayList<>();
      for (Step step : plan.steps()) {
        steps.add(StepView.of(step));
      }
      views.add(
          new PlanView(plan.move().name().toLowerCase(Locale.ROOT), plan.version(), steps));
    }
    return views;
  }
}
