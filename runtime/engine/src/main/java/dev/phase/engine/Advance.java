package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.state.VersionRow;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.window.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a release does: finish what was begun, move the tail, bring the pending changes in. */
final class Advance {

  private final Project project;
  private final List<Change> files;
  private final Arrivals arrivals;

  Advance(Project project, List<Change> files) {
    this.project = project;
    this.files = files;
    this.arrivals = new Arrivals(project, files);
  }

  /** Does it, with the backfills of what is being prepared and of what is new. */
  Advanced run(Supplier<Mover> movers, Supplier<Finisher> finishers) {
    List<String> resumed = resumeRollback(movers);
    return ahead(resumed).orElseGet(() -> finish(movers, finishers, resumed));
  }

  private Advanced finish(
      Supplier<Mover> movers, Supplier<Finisher> finishers, List<String> before) {
    try (Finisher finisher = finishers.get()) {
      List<String> resumed = new ArrayList<>(before);
      // While it waited for its turn, a newer release may have come.
      if (arrivals.history().ahead().isEmpty()) {
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
  }

  /** Does it without backfills: what is new stands behind what is being prepared. */
  Advanced begin(Supplier<Mover> movers) {
    List<String> resumed = resumeRollback(movers);
    return ahead(resumed).orElseGet(() -> move(movers, resumed, true));
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
      if (!arrivals.history().ahead().isEmpty()) {
        return ahead(arrivals.history(), resumed);
      }
      if (detached) {
        mover.postponePublish();
      }
      resumed.addAll(mover.resume());
      return move(mover, arrivals.history(), resumed);
    }
  }

  private Advanced move(Mover mover, History history, List<String> resumed) {
    project.requireNoDrift();
    if (!history.pending().isEmpty()) {
      // Refuses bad changes before anything moves.
      arrivals.expand(mover.window(), mover.moves(), history.pending());
    }
    List<String> retired = new ArrayList<>();
    List<String> contracted = new ArrayList<>();
    int arriving = history.arriving();
    for (Optional<Move> move = Tail.of(project, files).next(arriving);
        move.isPresent();
        move = Tail.of(project, files).next(arriving)) {
      Plan plan = mover.run(Tail.plan(move.get(), mover.window(), mover.moves()));
      (plan.move() == Move.RETIRE ? retired : contracted).add(plan.version());
    }
    Optional<String> begun = Optional.empty();
    if (!history.pending().isEmpty()) {
      Plan expand = arrivals.expand(mover.window(), mover.moves(), history.pending());
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

  /** Waits for nobody: there is nothing to do that anybody could be in the way of. */
  private Optional<Advanced> ahead(List<String> resumed) {
    History history = arrivals.history();
    return history.ahead().isEmpty() ? Optional.empty() : Optional.of(ahead(history, resumed));
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
}
