package dev.phase.engine;

import dev.phase.backfill.RunSnapshot;
import dev.phase.engine.state.AppliedChange;
import dev.phase.engine.state.StateReader;
import dev.phase.engine.state.Unfinished;
import dev.phase.engine.state.VersionRow;
import dev.phase.planning.Move;
import dev.phase.window.VersionState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together where everything stands. */
final class StatusReader {

  private final Project project;
  private final List<VersionRow> versions;
  private final List<AppliedChange> changes;
  private final Optional<Unfinished> unfinished;

  StatusReader(Project project) {
    StateReader state = project.state();
    this.project = project;
    this.versions = state.versions();
    this.changes = state.changes();
    this.unfinished = state.unfinished();
  }

  Status read() {
    return new Status(
        project.schema().value(),
        versions.stream().map(this::version).toList(),
        changes.stream().map(this::change).toList(),
        project.backfillRuns().stream()
            .filter(run -> find(versionOf(run)).isPresent())
            .map(this::backfill)
            .toList(),
        Tail.of(project, List.of()).waiting(0),
        project.drift());
  }

  private Optional<VersionRow> find(String name) {
    return versions.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  private Status.VersionStatus version(VersionRow version) {
    return new Status.VersionStatus(
        version.name(),
        version.schema().orElse(project.schema().value()),
        word(version.state().name()),
        changes.stream()
            .filter(change -> change.version().equals(version.name()) && !change.rolledBack())
            .map(AppliedChange::id)
            .toList(),
        version.publishedAt(),
        version.retiredAt());
  }

  private Status.ChangeStatus change(AppliedChange change) {
    return new Status.ChangeStatus(change.id(), phase(change), change.checksum());
  }

  private String phase(AppliedChange change) {
    if (change.rolledBack()) {
      return "rolled-back";
    }
    Optional<VersionRow> version = find(change.version());
    if (version.isEmpty() || version.get().equals(versions.get(0))) {
      return "done";
    }
    if (version.get().state() == VersionState.PREPARING) {
      return isRunning(Move.EXPAND, change.version()) ? "expand" : "backfill";
    }
    boolean next = versions.indexOf(version.get()) == 1;
    return next && isRunning(Move.CONTRACT, versions.get(0).name()) ? "contract" : "live";
  }

  private boolean isRunning(Move move, String version) {
    return unfinished
        .filter(plan -> plan.move() == move && plan.version().equals(version))
        .isPresent();
  }

  private Status.BackfillStatus backfill(RunSnapshot run) {
    return new Status.BackfillStatus(
        run.id(),
        versionOf(run),
        run.table(),
        word(run.state().name()),
        run.reason().orElse(""),
        run.rowsDone(),
        run.rowsTotal(),
        run.rowsPerSecond(),
        run.eta().map(eta -> eta.likely().toSeconds()),
        run.eta().map(eta -> eta.soonest().toSeconds()),
        run.eta().map(eta -> eta.latest().toSeconds()),
        run.quarantined());
  }

  /** See {@link dev.phase.engine.execution.Sweeps#id}; a schema may have a slash in its name. */
  private String versionOf(RunSnapshot run) {
    String rest = run.id().substring(project.schema().value().length() + 1);
    return rest.substring(0, rest.indexOf('/'));
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
