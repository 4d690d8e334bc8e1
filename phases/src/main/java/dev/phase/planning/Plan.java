package dev.phase.planning;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Decision;
import dev.phase.plan.Step;
import dev.phase.window.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One movement of the window, ready to be stored and then run.
 *
 * @param version the version that moves
 * @param after the window once every step is done
 */
public record Plan(Move move, String version, List<Step> steps, Window after) {

  public Plan {
    requireNonNull(move, "move is null");
    requireNonNull(version, "version is null");
    steps = List.copyOf(steps);
    requireNonNull(after, "after is null");
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.id())) {
        throw new IllegalArgumentException("Two steps are called %s.".formatted(step.id()));
      }
    }
  }

  /** Which ways the operations of a version that comes in take, and why; empty for other moves. */
  public List<Decision> decisions() {
    return move == Move.EXPAND ? after.newest().decisions() : List.of();
  }
}
