package dev.phase.engine;

import static dev.phase.window.VersionState.LIVE;
import static dev.phase.window.VersionState.RETIRED;

import dev.phase.change.Change;
import dev.phase.config.ContractSettings;
import dev.phase.planning.Plan;
import dev.phase.planning.Moves;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether the tail may move: which version is retired because newer ones have taken over, and
 * which is contracted because nobody asked for it any more.
 *
 * @param retiredAt when each retired version was retired
 * @param now on the database's clock
 */
record Tail(ContractSettings policy, Map<String, Instant> retiredAt, Instant now) {

  /**
   * The tail of this project at this moment. The changes that the next contract makes permanent may
   * override the project's policy.
   */
  static Tail of(Project project, Window window, List<Change> files) {
    Map<String, Instant> retiredAt = new HashMap<>();
    project
        .store()
        .moments()
        .forEach((name, moments) -> moments.retired().ifPresent(at -> retiredAt.put(name, at)));
    ContractSettings policy =
        window.versions().size() < 2
            ? project.settings().contract()
            : project.settingsFor(window.versions().get(1), files).contract();
    return new Tail(policy, retiredAt, project.store().now());
  }

  /**
   * The next movement, or nothing.
   *
   * @param arriving how many versions are about to be made
   */
  Optional<Plan> next(Window window, Moves moves, int arriving) {
    if (isContractable(window)) {
      return Optional.of(moves.contract(window));
    }
    long live = window.versions().stream().filter(v -> v.state() == LIVE).count();
    // A published version always stays, and `keep` more besides the one that is about to be made.
    return live > policy.keep() + 1 - arriving && live > 1
        ? Optional.of(moves.retire(window))
        : Optional.empty();
  }

  /** What keeps the oldest version from being contracted; nothing where it is live. */
  Optional<Status.Waiting> waiting(Window window) {
    Version oldest = window.oldest();
    if (oldest.state() != RETIRED || isContractable(window)) {
      return Optional.empty();
    }
    if (oldest.schema().isEmpty()) {
      return Optional.of(
          new Status.Waiting(
              "no-clients",
              "Version %s is read through the base schema, so nobody can see whether it still is. Run `phase contract` when it is not."
                  .formatted(oldest)));
    }
    return Optional.of(
        new Status.Waiting(
            "restore_window",
            "Version %s can be restored until %s, then it is contracted."
                .formatted(oldest, windowEnd(oldest))));
  }

  private boolean isContractable(Window window) {
    Version oldest = window.oldest();
    return oldest.state() == RETIRED
        && oldest.schema().isPresent()
        && window.versions().stream().allMatch(v -> v.state() == LIVE || v.state() == RETIRED)
        && !now.isBefore(windowEnd(oldest));
  }

  private Instant windowEnd(Version version) {
    Duration window = policy.restoreWindow();
    return retiredAt.get(version.name()).plus(window);
  }
}
