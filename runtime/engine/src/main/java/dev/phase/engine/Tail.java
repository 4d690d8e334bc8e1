package dev.phase.engine;

import static dev.phase.window.VersionState.LIVE;
import static dev.phase.window.VersionState.PREPARING;
import static dev.phase.window.VersionState.RETIRED;

import dev.phase.change.Change;
import dev.phase.config.ContractSettings;
import dev.phase.engine.state.AppliedChange;
import dev.phase.engine.state.StateReader;
import dev.phase.engine.state.VersionRow;
import dev.phase.planning.Move;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether the tail may move: which version is retired because newer ones have taken over, and
 * which is contracted because nobody asked for it any more.
 *
 * @param versions oldest first
 * @param now on the database's clock
 */
record Tail(ContractSettings policy, List<VersionRow> versions, Instant now) {

  /**
   * The tail of this project at this moment. The changes that the next contract makes permanent may
   * override the project's policy.
   */
  static Tail of(Project project, List<Change> files) {
    StateReader state = project.state();
    List<VersionRow> versions = state.versions();
    ContractSettings policy = project.settings().contract();
    if (versions.size() > 1 && !files.isEmpty()) {
      String next = versions.get(1).name();
      List<String> changes =
          state.changes().stream()
              .filter(change -> change.version().equals(next))
              .map(AppliedChange::id)
              .toList();
      policy = project.settingsFor(changes, files).contract();
    }
    return new Tail(policy, versions, state.now());
  }

  /** The same tail as it will be when the window is this one; what is retired then is retired now. */
  Tail in(Window window) {
    return new Tail(policy, window.versions().stream().map(this::row).toList(), now);
  }

  private VersionRow row(Version version) {
    return versions.stream()
        .filter(v -> v.name().equals(version.name()) && v.state() == version.state())
        .findFirst()
        .orElseGet(
            () ->
                new VersionRow(
                    version.name(),
                    version.schema().map(schema -> schema.value()),
                    version.state(),
                    Optional.of(now),
                    Optional.of(now)));
  }

  /**
   * The next movement, or nothing.
   *
   * @param arriving how many versions are about to be made
   */
  Optional<Move> next(int arriving) {
    if (isContractable()) {
      return Optional.of(Move.CONTRACT);
    }
    long live = versions.stream().filter(v -> v.state() == LIVE).count();
    // A published version always stays, and `keep` more besides the one that is about to be made.
    return live > policy.keep() + 1 - arriving && live > 1
        ? Optional.of(Move.RETIRE)
        : Optional.empty();
  }

  /** What keeps the oldest version from being contracted; nothing where it is live. */
  Optional<Status.Waiting> waiting() {
    VersionRow oldest = versions.get(0);
    if (oldest.state() != RETIRED || isContractable()) {
      return Optional.empty();
    }
    if (oldest.schema().isEmpty()) {
      return Optional.of(
          new Status.Waiting(
              "no-clients",
              "Version %s is read through the base schema, so nobody can see whether it still is. Run `phase contract` when it is not."
                  .formatted(oldest.name())));
    }
    return Optional.of(
        new Status.Waiting(
            "restore_window",
            "Version %s can be restored until %s, then it is contracted."
                .formatted(oldest.name(), windowEnd(oldest))));
  }

  private boolean isContractable() {
    VersionRow oldest = versions.get(0);
    return oldest.state() == RETIRED
        && oldest.schema().isPresent()
        && versions.stream().noneMatch(v -> v.state() == PREPARING)
        && !now.isBefore(windowEnd(oldest));
  }

  private Instant windowEnd(VersionRow version) {
    return version.retiredAt().orElseThrow().plus(policy.restoreWindow());
  }
}
