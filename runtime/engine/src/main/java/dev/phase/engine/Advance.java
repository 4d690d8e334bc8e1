package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.StoredPlan;
import dev.phase.engine.state.VersionRow;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.planning.Problem;
import dev.phase.planning.VersionPlanner;
import dev.phase.window.Arrival;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a release does: finish what was begun, move the tail, bring the pending changes in. */
final class Advance {

  private final Project project;
  private final List<Change> files;

  Advance(Project project, List<Change> files) {
    this.project = project;
    this.files = files;
  }

  /** The plans of the next advance, in order; nothing is changed. */
  List<Plan> preview() {
    Optional<Plan> begun = project.store().unfinished().map(StoredPlan::plan);
    if (begun.filter(plan -> plan.move() == Move.ROLLBACK).isPresent()) {
      // What follows can only be planned when the tables are as it leaves them.
      return List.of(begun.get());
    }
    History history = history();
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
    int arriving = arriving(history);
    for (Optional<Move> move = tail.next(arriving); move.isPresent(); move = tail.next(arriving)) {
      plans.add(plan(move.get(), window, moves));
      if (move.get() == Move.CONTRACT) {
        // A second one can only be planned when the tables are as this one leaves them.
        break;
      }
      window = last(plans).after();
      tail = tail.in(window);
    }
    if (!history.pending().isEmpty()) {
      plans.add(expand(window, moves, history.pending()));
      plans.add(moves.publish(last(plans).after()));
    }
    return plans;
  }

  /** What keeps the tail from moving further than the next advance moves it. */
  List<Waiting> waiting() {
    History history = History.compare(files, project.state().changes());
    return history.ahead().isEmpty()
        ? Tail.of(project, files).waiting(arriving(history))
        : List.of();
  }

  /** What the pending changes may do that is not meant. */
  List<Problem> warnings() {
    History history = history();
    if (!history.ahead().isEmpty() || history.pending().isEmpty()) {
      return List.of();
    }
    Window window = project.store().window();
    VersionPlanner planner = new VersionPlanner(window, project.catalog(window));
    planner.plan(history.pending());
    return planner.warnings();
  }

  /** Does it, with the backfills of what is being prepared and of what is new. */
  Advanced run(Supplier<Mover> movers, Finisher finisher) {
    List<String> resumed = new ArrayList<>(resumeRollback(movers));
    if (history().ahead().isEmpty()) {
      resumed.addAll(finisher.finish());
    }
    Advanced advanced = move(movers, resumed, false);
    if (advanced.begun().isEmpty()) {
      return advanced;
    }
    String version = advanced.begun().get();
    finisher.publish(version);
    return advanced.publishing(version, Tail.of(project, files).waiting(0));
  }

  /** Does it without backfills: what is new stands behind what is being prepared. */
  Advanced begin(Supplier<Mover> movers) {
    return move(movers, List.of(), true);
  }

  private List<String> resumeRollback(Supplier<Mover> movers) {
    if (project.state().unfinished().filter(u -> u.move() == Move.ROLLBACK).isEmpty()) {
      return List.of();
    }
    try (Mover mover = movers.get()) {
      return mover.resumeRollback();
    }
  }

  private Advanced move(Supplier<Mover> movers, List<String> before, boolean detached) {
    try (Mover mover = movers.get()) {
      List<String> resumed = new ArrayList<>(before);
      resumed.addAll(mover.resumeRollback());
      if (!history().ahead().isEmpty()) {
        return ahead(history(), resumed);
      }
      if (detached) {
        mover.postponePublish();
      }
      resumed.addAll(mover.resume());
      return move(mover, history(), resumed);
    }
  }

  private Advanced move(Mover mover, History history, List<String> resumed) {
    project.requireNoDrift();
    if (!history.pending().isEmpty()) {
      // Refuses bad changes before anything moves.
      expand(mover.window(), mover.moves(), history.pending());
    }
    List<String> retired = new ArrayList<>();
    List<String> contracted = new ArrayList<>();
    int arriving = arriving(history);
    for (Optional<Move> move = Tail.of(project, files).next(arriving);
        move.isPresent();
        move = Tail.of(project, files).next(arriving)) {
      Plan plan = mover.run(plan(move.get(), mover.window(), mover.moves()));
      (plan.move() == Move.RETIRE ? retired : contracted).add(plan.version());
    }
    Optional<String> begun = Optional.empty();
    if (!history.pending().isEmpty()) {
      Plan expand = expand(mover.window(), mover.moves(), history.pending());
      begun = Optional.of(mover.run(expand, history.pending()).version());
    }
    return new Advanced(
        resumed,
        retired,
        contracted,
        begun,
        Optional.empty(),
        preparing(),
        Tail.of(project, files).waiting(0),
        List.of());
  }

  private List<String> preparing() {
    return project.state().versions().stream()
        .filter(version -> version.state() == VersionState.PREPARING)
        .map(VersionRow::name)
        .toList();
  }

  private History history() {
    return History.compare(files, project.state().changes());
  }

  private Plan expand(Window window, Moves moves, List<Change> pending) {
    VersionPlanner planner = new VersionPlanner(window, project.catalog(window));
    Arrival arrival = planner.plan(pending);
    project.requireNoSchema(arrival.version().schema().orElseThrow());
    return moves.expand(window, arrival);
  }

  private static Plan plan(Move move, Window window, Moves moves) {
    return move == Move.CONTRACT ? moves.contract(window) : moves.retire(window);
  }

  private static int arriving(History history) {
    return history.pending().isEmpty() ? 0 : 1;
  }

  /** An older release that is deployed again touches nothing: it may need what is there. */
  private Advanced ahead(History history, List<String> resumed) {
    String notice =
        "The database is ahead of these files: it also has %s. Nothing%s was changed."
            .formatted(
                String.join(", ", history.ahead()), resumed.isEmpty() ? "" : " else");
    return new Advanced(
        resumed,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        preparing(),
        List.of(),
        List.of(notice));
  }

  private static Plan last(List<Plan> plans) {
    return plans.get(plans.size() - 1);
  }
}
