package dev.phase.engine;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.estimate.Estimate;
import dev.phase.engine.gate.Waiting;
import dev.phase.planning.Plan;
import dev.phase.planning.Problem;
import java.util.List;

/**
 * What the next advance would do to this database, and what it would meet there.
 *
 * @param moves in order
 * @param waiting what keeps older versions from being let go
 * @param obstacles who is in the way at this moment
 * @param hidden how many sessions could not be judged for want of a privilege
 * @param warnings what may not be meant, as far as the rows tell
 */
public record Forecast(
    List<Movement> moves,
    List<Waiting> waiting,
    List<Obstacle> obstacles,
    int hidden,
    List<Problem> warnings) {

  public Forecast {
    moves = List.copyOf(moves);
    waiting = List.copyOf(waiting);
    obstacles = List.copyOf(obstacles);
    warnings = List.copyOf(warnings);
  }

  /**
   * One movement of the window.
   *
   * @param estimates one for each step of the plan
   */
  public record Movement(Plan plan, List<Estimate> estimates) {

    public Movement {
      estimates = List.copyOf(estimates);
      if (estimates.size() != plan.steps().size()) {
        throw new IllegalArgumentException("Each step has one estimate.");
      }
    }
  }

  public List<Plan> plans() {
    return moves.stream().map(Movement::plan).toList();
  }
}
