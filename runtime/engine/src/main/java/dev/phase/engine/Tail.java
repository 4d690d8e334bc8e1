package dev.phase.engine;

import static dev.phase.window.VersionState.LIVE;
import static dev.phase.window.VersionState.PREPARING;
import static dev.phase.window.VersionState.RETIRED;

import dev.phase.change.Change;
import dev.phase.config.ContractSettings;
import dev.phase.engine.gate.Gates;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.StateReader;
import dev.phase.engine.state.VersionRow;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether the tail may move: which version is retired because newer ones have taken over, and
 * which is contracted because nobody asked for it any more. What the version above says counts, since
 * it is its changes that become permanent.
 *
 * @param versions oldest first
 * @param now on the database's clock
 */
record Tail(Policies policies, Gates gates, List<VersionRow> versions, Instant now) {

  /** The tail of this project at this moment. */
  static Tail of(Project project, List<Change> files) {
    StateReader state = project.state();
    return new Tail(
        new Policies(project, files), project.gates(), state.versions(), state.now());
  }

  /** The plan of a movement of the tail. */
  static Plan plan(Move move, Window window, Moves moves) {
    return move == Move.CONTRACT ? moves.contract(window) : moves.retire(window);
  }

  /** The same tail as it will be when the window is this one; what is retired then is retired now. */
  Tail in(Window window) {
    return new Tail(
        policies, gates, window.versions().stream().map(this::row).toList(), now);
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
    if (isContractable() && contractGates().isEmpty()) {
      return Optional.of(Move.CONTRACT);
    }
    return isRetirable(arriving) && retireGates().isEmpty()
        ? Optional.of(Move.RETIRE)
        : Optional.empty();
  }

  /**
   * What keeps the oldest version from being contracted, and the oldest live one from being retired.
   *
   * @param arriving how many versions are about to be made
   */
  List<Waiting> waiting(int arriving) {
    List<Waiting> waiting = new ArrayList<>();
    if (isContractable()) {
      waiting.addAll(contractGates());
    } else {
      unprepared().ifPresent(waiting::add);
    }
    if (isRetirable(arriving)) {
      waiting.addAll(retireGates());
    }
    return waiting;
  }

  /** What must hold however a version is retired: it is about safety, not about time. */
  List<Waiting> mustHoldToRetire() {
    return live() > 1 ? gates.unused(versions.get(oldestLive()).name(), retirePolicy()) : List.of();
  }

  /** The same for the contract. */
  List<Waiting> mustHoldToContract() {
    return versions.size() > 1
        ? gates.unused(versions.get(0).name(), policies.above(versions.get(1)))
        : List.of();
  }

  private boolean isContractable() {
    return versions.get(0).state() == RETIRED
        && versions.stream().noneMatch(v -> v.state() == PREPARING);
  }

  /** A contract would rename what sweeps write. */
  private Optional<Waiting> unprepared() {
    return versions.stream()
        .filter(v -> v.state() == PREPARING && versions.get(0).state() == RETIRED)
        .findFirst()
        .map(
            preparing ->
                new Waiting(
                    "preparing",
                    "Version %s is contracted at the earliest when no version is being prepared; %s is."
                        .formatted(versions.get(0).name(), preparing.name())));
  }

  private List<Waiting> contractGates() {
    VersionRow oldest = versions.get(0);
    ContractSettings policy = policies.above(versions.get(1));
    List<Waiting> closed = new ArrayList<>();
    gates.restorable(oldest, policy, now).ifPresent(closed::add);
    if (oldest.schema().isEmpty()) {
      gates.unseen(oldest.name(), policy).ifPresent(closed::add);
    }
    closed.addAll(gates.unused(oldest.name(), policy));
    return closed;
  }

  /** A published version always stays, and {@code keep} more besides the one about to be made. */
  private boolean isRetirable(int arriving) {
    return live() > 1 && live() > retirePolicy().keep() + 1 - arriving;
  }

  private List<Waiting> retireGates() {
    VersionRow oldest = versions.get(oldestLive());
    VersionRow above = versions.get(oldestLive() + 1);
    List<Waiting> closed = new ArrayList<>();
    gates.soaking(oldest, above, retirePolicy(), now).ifPresent(closed::add);
    gates.unapproved(oldest, above, retirePolicy()).ifPresent(closed::add);
    closed.addAll(gates.unused(oldest.name(), retirePolicy()));
    return closed;
  }

  private ContractSettings retirePolicy() {
    return policies.above(versions.get(oldestLive() + 1));
  }

  private int oldestLive() {
    return versions.indexOf(
        versions.stream().filter(v -> v.state() == LIVE).findFirst().orElseThrow());
  }

  private long live() {
    return versions.stream().filter(v -> v.state() == LIVE).count();
  }
}
