package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.planning.VersionPlanner;
import dev.phase.window.Arrival;
import dev.phase.window.Window;
import java.util.List;

/** What the change files have that the database has not. */
record Arrivals(Project project, List<Change> files) {

  /**
   * Compares the two.
   *
   * @throws PhaseException with every contradiction
   */
  History history() {
    return History.compare(files, project.state().changes());
  }

  /** Brings these changes in on top of the window, as one version. */
  Plan expand(Window window, Moves moves, List<Change> pending) {
    VersionPlanner planner = new VersionPlanner(window, project.catalog(window));
    Arrival arrival = planner.plan(pending);
    project.requireNoSchema(arrival.version().schema().orElseThrow());
    return moves.expand(window, arrival);
  }
}
