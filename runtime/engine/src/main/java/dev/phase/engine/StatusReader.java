package dev.phase.engine;

import dev.phase.backfill.RunSnapshot;
import dev.phase.engine.state.AppliedChange;
import dev.phase.engine.state.Moments;
import dev.phase.engine.state.StoredPlan;
import dev.phase.planning.Move;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together where everything stands. */
final class StatusReader {

  private final Project project;
  private final Window window;
  private final Optional<StoredPlan> unfinished;

  StatusReader(Project project) {
    this.project = project;
    this.window = project.store().window();
    this.unfinished = project.store().unfinished();
  }

  Status read() {
    Map<String, Moments> moments = project.store().moments();
    return new Status(
        window.schema().value(),
        window.versions().stream().map(v -> version(v, moments.get(v.name()))).toList(),
        project.store().changes().stream().map(this::change).toList(),
        project.backfillRuns().stream()
            .filter(run -> window.find(versionOf(run)).isPresent())
            .map(this::backfill)
            .toList(),
        Tail.of(project, window, List.of()).waiting(window).stream().toList());
  }

  private Status.VersionStatus version(Version version, Moments moments) {
    return new Status.VersionStatus(
        version.name(),
        version.schema().map(Identifier::value).orElse(window.schema().value()),
        word(version.state().name()),
        version.changes(),
        moments.published(),
        moments.retired());
  }

  private Status.ChangeStatus change(AppliedChange change) {
    return new Status.ChangeStatus(change.id(), phase(change), change.checksum());
  }

  private String phase(AppliedChange change) {
    if (change.rolledBack()) {
      return "rolled-back";
    }
    Optional<Version> version = window.find(change.version());
    if (version.isEmpty() || version.get().equals(window.oldest())) {
      return "done";
    }
    if (version.get().state() == VersionState.PREPARING) {
      return isRunning(Move.EXPAND) ? "expand" : "backfill";
    }
    boolean next = window.versions().indexOf(version.get()) == 1;
    return next && isRunning(Move.CONTRACT) ? "contract" : "live";
  }

  private boolean isRunning(Move move) {
    return unfinished.filter(stored -> stored.plan().move() == move).isPresent();
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
        run.eta().map(Duration::toSeconds),
        0);
  }

  /** See {@link dev.phase.engine.execution.PlanRunner#sweepId}; a schema may have a slash in its name. */
  private String versionOf(RunSnapshot run) {
    String rest = run.id().substring(window.schema().value().length() + 1);
    return rest.substring(0, rest.indexOf('/'));
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
