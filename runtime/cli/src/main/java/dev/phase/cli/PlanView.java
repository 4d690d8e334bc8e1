package dev.phase.cli;

import dev.phase.need.Decision;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A movement of the window as a plan shows it; a part of {@code phase plan -o json}.
 *
 * @param move expand, publish, retire, restore, contract or rollback
 * @param decisions which ways the operations take, where there are several
 */
record PlanView(
    String move, String version, List<DecisionView> decisions, List<StepView> steps) {

  /**
   * Which way an operation takes, and why.
   *
   * @param path of the operation in its change
   */
  record DecisionView(String change, String path, String text) {

    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.source().change(), decision.source().path(), decision.text());
    }
  }

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
          new PlanView(
              plan.move().name().toLowerCase(Locale.ROOT),
              plan.version(),
              plan.decisions().stream().map(DecisionView::of).toList(),
              steps));
    }
    return views;
  }
}
