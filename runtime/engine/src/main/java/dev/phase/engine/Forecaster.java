package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.activity.Obstacles;
import dev.phase.engine.estimate.Estimator;
import dev.phase.engine.estimate.FactsReader;
import dev.phase.engine.estimate.Rates;
import dev.phase.plan.Lock;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import dev.phase.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at what the next advance would do, and at the database that it would do it to. */
final class Forecaster {

  private final Project project;

  Forecaster(Project project) {
    this.project = project;
  }

  Forecast forecast(List<Change> files) {
    Advance advance = new Advance(project, files);
    List<Plan> plans = advance.preview();
    Estimator estimator = estimator(plans);
    Obstacles obstacles = new Obstacles(project.connection());
    return new Forecast(
        plans.stream()
            .map(
                plan ->
                    new Forecast.Movement(
                        plan, plan.steps().stream().map(estimator::of).toList()))
            .toList(),
        advance.waiting(),
        obstacles(project, plans),
        obstacles.hidden(),
        advance.warnings());
  }

  /** Who is in the way of these plans: on tables that they lock, or with an old snapshot. */
  static List<Obstacle> obstacles(Project project, List<Plan> plans) {
    Set<QualifiedName> locked =
        plans.stream()
            .flatMap(plan -> plan.steps().stream())
            .flatMap(step -> step.locks().stream())
            .map(Lock::relation)
            .collect(Collectors.toSet());
    return new Obstacles(project.connection())
        .find(locked, project.settings().lockTimeout());
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
