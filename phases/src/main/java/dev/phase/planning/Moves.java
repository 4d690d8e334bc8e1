package dev.phase.planning;

import static dev.phase.window.VersionState.LIVE;
import static dev.phase.window.VersionState.RETIRED;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.window.Arrival;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.List;
import java.util.Set;

/** The plans for every movement of a window; refuses those that its state does not allow. */
public final class Moves {

  private final Rendering rendering;

  public Moves(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Brings a version in at the head. */
  public Plan expand(Window window, Arrival arrival) {
    return new Expand(rendering, window.plus(arrival)).plan();
  }

  /** Makes the lowest version that is being prepared true, and opens its door. */
  public Plan publish(Window window) {
    Version preparing =
        window
            .preparing()
            .orElseThrow(
                () ->
                    new IllegalMove(
                        "No version is being prepared.", "Run `phase advance` with a new change."));
    return new Publish(rendering, window, preparing).plan();
  }

  /** The sweeps that a version which is being prepared needs before it can be true. */
  public List<SweepStep> sweeps(Window window, Version preparing) {
    return new Publish(rendering, window, preparing).sweeps();
  }

  /** Closes the door of the oldest live version. */
  public Plan retire(Window window) {
    List<Version> live = window.versions().stream().filter(v -> v.state() == LIVE).toList();
    if (live.size() < 2) {
      throw new IllegalMove(
          "Version %s is the only one that applications can use.".formatted(live.get(0)),
          "Advance to a newer version first.");
    }
    Version oldest = live.get(0);
    Window after = window.with(oldest, RETIRED);
    return door(
        Move.RETIRE,
        oldest,
        "Close the door of version " + oldest,
        rendering.close(window, oldest),
        after);
  }

  /** Opens the door of the newest retired version again. */
  public Plan restore(Window window) {
    Version retired =
        window.versions().stream()
            .filter(v -> v.state() == RETIRED)
            .reduce((older, newer) -> newer)
            .orElseThrow(
                () ->
                    new IllegalMove(
                        "No version is retired.", "Run `phase status` to see which are live."));
    Window after = window.with(retired, LIVE);
    return door(
        Move.RESTORE,
        retired,
        "Open the door of version " + retired,
        rendering.open(after, after.find(retired.name()).orElseThrow()),
        after);
  }

  /** Removes the oldest version for good; it must be retired. */
  public Plan contract(Window window) {
    Version oldest = window.oldest();
    if (oldest.state() != RETIRED) {
      throw new IllegalMove(
          "Version %s is the oldest and still live.".formatted(oldest),
          "Run `phase retire` first.");
    }
    window
        .preparing()
        .ifPresent(
            preparing -> {
              throw new IllegalMove(
                  "Version %s is still being prepared.".formatted(preparing),
                  "Run `phase advance` to finish it, or `phase rollback` to remove it.");
            });
    return new Contract(rendering, window).plan();
  }

  /** Removes the newest version; an older one must be live. */
  public Plan rollback(Window window) {
    return rollback(window, Set.of());
  }

  /**
   * Removes the newest version, whose expand did not come to its end.
   *
   * @param neverRun the ids of the steps of its expand that did not happen
   */
  public Plan rollback(Window window, Set<String> neverRun) {
    Version newest = window.newest();
    if (newest.schema().isEmpty() || window.versions().size() == 1) {
      throw new IllegalMove(
          "There is no version above %s to roll back.".formatted(window.oldest()),
          "Run `phase status` to see the versions.");
    }
    Version below = window.versions().get(window.versions().size() - 2);
    if (below.state() == RETIRED) {
      throw new IllegalMove(
          "Version %s below it is retired, so no version would be live.".formatted(below),
          "Run `phase restore` first.");
    }
    return new Rollback(rendering, window, neverRun).plan();
  }

  private static Plan door(
      Move move, Version version, String purpose, List<Statement> statements, Window after) {
    List<Step> steps =
        statements.isEmpty()
            ? List.of()
            : List.of(SqlStep.transaction("door", purpose, statements));
    return new Plan(move, version.name(), steps, after);
  }
}
