package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.StoredPlan;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.planning.Problem;
import dev.phase.planning.VersionPlanner;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the next advance would do. Nothing is changed. */
final class Preview {

  private final Project project;
  private final List<Change> files;
  private final Arrivals arrivals;

  Preview(Project project, List<Change> files) {
    this.project = project;
    this.files = files;
    this.arrivals = new Arrivals(project, files);
  }

  /** Its plans, in order. */
  List<Plan> plans() {
    Optional<Plan> begun = project.store().unfinished().map(StoredPlan::plan);
    if (begun.filter(plan -> plan.move() == Move.ROLLBACK).isPresent()) {
      // What follows can only be planned when the tables are as it leaves them.
      return List.of(begun.get());
    }
    History history = arrivals.history();
    if (!history.ahead().isEmpty()) {
      return List.of();
    }
    Moves moves = project.moves();
    Window window = project.store().window();
    List<Plan> plans = new ArrayList<>(begun.stream().toList());
    if (!plans.isEmpty()) {
      window = plans.get(0).after();
    }
    while (window.preparing().isPresent()) {
      plans.add(moves.publish(window));
      window = last(plans).after();
    }
    Tail tail = Tail.of(project, files).in(window);
    int arriving = history.arriving();
    for (Optional<Move> move = tail.next(arriving); move.isPresent(); move = tail.next(arriving)) {
      plans.add(Tail.plan(move.get(), window, moves));
      if (move.get() == Move.CONTRACT) {
        // A second one can only be planned when the tables are as this one leaves them.
        break;
      }
      window = last(plans).after();
      tail = tail.in(window);
    }
    if (!history.pending().isEmpty()) {
      plans.add(arrivals.expand(window, moves, history.pending()));
      plans.add(moves.publish(last(plans).after()));
    }
    return plans;
  }

  /** What keeps the tail from moving further than the next advance moves it. */
  List<Waiting> waiting() {
    History history = arrivals.history();
    return history.ahead().isEmpty()
        ? Tail.of(project, files).waiting(history.arriving())
        : List.of();
  }

  /** What the pending changes may do that is not meant. */
  List<Problem> warnings() {
    History history = arrivals.history();
    if (!history.ahead().isEmpty() || history.pending().isEmpty()) {
      return List.of();
    }
    Window window = project.store().window();
    VersionPlanner planner = new VersionPlanner(window, project.catalog(window));
    planner.plan(history.pending());
    return planner.warnings();
  }

  private static Plan last(List<Plan> plans) {
    return plans.get(plans.size() - 1);
  }
}
