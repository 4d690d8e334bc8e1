package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.planning.VersionPlanner;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    History history = History.compare(files, project.store().changes());
    if (!history.ahead().isEmpty()) {
      return List.of();
    }
    Moves moves = project.moves();
    Window window = project.store().window();
    List<Plan> plans = new ArrayList<>();
    project.store().unfinished().ifPresent(stored -> plans.add(stored.plan()));
    if (!plans.isEmpty()) {
      window = plans.get(0).after();
    }
    if (isPreparing(window)) {
      plans.add(moves.publish(window));
      window = last(plans).after();
    }
    for (Optional<Plan> tail = tail(window, moves, history); tail.isPresent(); ) {
      plans.add(tail.get());
      window = last(plans).after();
      // Planning a second contract needs the tables as the first one leaves them.
      tail = tail.get().move() == Move.CONTRACT ? Optional.empty() : tail(window, moves, history);
    }
    if (!history.pending().isEmpty()) {
      plans.add(expand(project.store().window(), moves, history.pending()));
      plans.add(moves.publish(last(plans).after()));
    }
    return plans;
  }

  /** Does it. */
  Advanced run(Mover mover) {
    History history = History.compare(files, project.store().changes());
    if (!history.ahead().isEmpty()) {
      return ahead(history);
    }
    List<String> resumed = mover.resume();
    if (!history.pending().isEmpty()) {
      // Refuses bad changes before anything moves.
      expand(mover.window(), mover.moves(), history.pending());
    }
    List<String> retired = new ArrayList<>();
    List<String> contracted = new ArrayList<>();
    Optional<Plan> tail = tail(mover.window(), mover.moves(), history);
    while (tail.isPresent()) {
      Plan plan = mover.run(tail.get());
      (plan.move() == Move.RETIRE ? retired : contracted).add(plan.version());
      tail = tail(mover.window(), mover.moves(), history);
    }
    Optional<String> published = Optional.empty();
    if (!history.pending().isEmpty()) {
      mover.run(
          expand(mover.window(), mover.moves(), history.pending()), history.pending());
      published = Optional.of(mover.run(mover.moves().publish(mover.window())).version());
    }
    return new Advanced(
        resumed,
        retired,
        contracted,
        published,
        Tail.of(project, mover.window(), files).waiting(mover.window()).stream().toList(),
        List.of());
  }

  private Plan expand(Window window, Moves moves, List<Change> pending) {
    VersionPlanner planner = new VersionPlanner(window, project.catalog(window));
    return moves.expand(window, planner.plan(pending));
  }

  private Optional<Plan> tail(Window window, Moves moves, History history) {
    return Tail.of(project, window, files)
        .next(window, moves, history.pending().isEmpty() ? 0 : 1);
  }

  /** An older release that is deployed again touches nothing: it may need what is there. */
  private static Advanced ahead(History history) {
    String notice =
        "The database is ahead of these files: it also has %s. Nothing was changed."
            .formatted(String.join(", ", history.ahead()));
    return new Advanced(
        List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(notice));
  }

  private static boolean isPreparing(Window window) {
    return window.versions().stream().anyMatch(v -> v.state() == VersionState.PREPARING);
  }

  private static Plan last(List<Plan> plans) {
    return plans.get(plans.size() - 1);
  }
}
