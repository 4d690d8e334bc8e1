package dev.phase.cli;

import dev.phase.engine.Forecast;
import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.estimate.Estimate;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import dev.phase.need.Decision;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * The whole of {@code phase plan -o json}.
   *
   * @param total of all steps; absent where there are none
   * @param waiting what keeps older versions from being let go
   * @param obstacles who is in the way at this moment
   * @param hiddenSessions how many could not be judged for want of a privilege
   */
  record Document(
      List<PlanView> plans,
      Optional<EstimateView> total,
      List<Waiting> waiting,
      List<Obstacle> obstacles,
      int hiddenSessions,
      List<Drift> drift,
      List<LintFinding> warnings) {

    static Document of(
        Forecast forecast, List<Drift> drift, List<LintFinding> warnings) {
      List<PlanView> plans = new ArrayList<>();
      Optional<Estimate> total = Optional.empty();
      for (Forecast.Movement move : forecast.moves()) {
        plans.add(PlanView.of(move));
        for (Estimate estimate : move.estimates()) {
          total = Optional.of(total.map(sum -> sum.plus(estimate)).orElse(estimate));
        }
      }
      return new Document(
          plans,
          total.map(EstimateView::of),
          forecast.waiting(),
          forecast.obstacles(),
          forecast.hidden(),
          drift,
          warnings);
    }
  }

  private static PlanView of(Forecast.Movement move) {
    Plan plan = move.plan();
    List<StepView> steps = new ArrayList<>();
    for (Step step : plan.steps()) {
      steps.add(StepView.of(step, move.estimates().get(steps.size())));
    }
    return new PlanView(
        plan.move().name().toLowerCase(Locale.ROOT),
        plan.version(),
        plan.decisions().stream().map(DecisionView::of).toList(),
        steps);
  }

  /** {@code Expand 0007_split_name}. */
  String title() {
    return Words.capitalise(move) + " " + version;
  }
}
