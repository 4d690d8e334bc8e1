package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.activity.Obstacles;
import dev.phase.engine.estimate.Estimator;
import dev.phase.engine.estimate.FactsReader;
import dev.phase.engine.estimate.Rates;
import dev.phase.engine.execution.Lookout;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what the next advance would do, and at the database that it would do it to. */
final class Forecaster {

  private final Project project;

  Forecaster(Project project) {
    this.project = project;
  }

  Forecast forecast(List<Change> files) {
    Preview preview = new Preview(project, files);
    List<Plan> plans = preview.plans();
    Estimator estimator = estimator(plans);
    return new Forecast(
        plans.stream()
            .map(
                plan ->
                    new Forecast.Movement(
                        plan, plan.steps().stream().map(estimator::of).toList()))
            .toList(),
        preview.waiting(),
        Lookout.find(project.connection(), plans, project.settings().lockTimeout()),
        new Obstacles(project.connection()).hidden(),
        preview.warnings());
  }

  private Estimator estimator(List<Plan> plans) {
    List<Step> steps = plans.stream().flatMap(plan -> plan.steps().stream()).toList();
    FactsReader reader = new FactsReader(project.connection());
    return new Estimator(
        reader.tables(steps.stream().flatMap(Estimator::tables).collect(Collectors.toSet())),
        steps,
        new Rates(reader.runs()));
  }
}
