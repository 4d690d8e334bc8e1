package dev.phase.engine;

import dev.phase.backfill.Actor;
import dev.phase.backfill.Backfill;
import dev.phase.backfill.BackfillException;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.Controls;
import dev.phase.backfill.Overrides;
import dev.phase.backfill.RunDetails;
import dev.phase.backfill.RunSnapshot;
import dev.phase.backfill.RunState;
import dev.phase.backfill.StopSignal;
import dev.phase.backfill.Tidied;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.VersionRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.JdbiException;

/** The backfills of the versions in the window, and what they are to do. */
public final class Backfills {

  /** Others had an error or somebody who stopped them: that is for a command to see to. */
  private static final Set<RunState> OPEN =
      Set.of(RunState.QUEUED, RunState.RUNNING, RunState.VERIFYING, RunState.STOPPED);

  private final Project project;

  Backfills(Project project) {
    this.project = project;
  }

  /** Oldest first. */
  public List<Status.BackfillStatus> list() {
    return new StatusReader(project).read().backfills();
  }

  /**
   * @throws PhaseException where there is none of this id
   */
  public BackfillDetails show(String id) {
    Status.BackfillStatus status =
        list().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow(() -> none(id));
    try {
      return details(status, project.backfill().show(id).orElseThrow(() -> none(id)));
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static BackfillDetails details(Status.BackfillStatus status, RunDetails run) {
    return new BackfillDetails(
        status,
        run.rowsChanged(),
        run.rowsMended(),
        run.batches(),
        run.working().toMillis() / 1000.0,
        run.walBytes(),
        settings(run.overrides()),
        run.waivedBy(),
        throttled(run.throttled()),
        run.chunks(),
        run.quarantine(),
        run.audit());
  }

  private static Map<String, String> settings(Overrides overrides) {
    Map<String, String> settings = new TreeMap<>();
    overrides.rows().ifPresent(rows -> settings.put("batch_rows", rows.toString()));
    overrides.time().ifPresent(time -> settings.put("batch_time", time.toMillis() + "ms"));
    overrides.pause().ifPresent(pause -> settings.put("pause", pause.toMillis() + "ms"));
    return settings;
  }

  private static Map<String, Double> throttled(Map<String, Duration> times) {
    Map<String, Double> seconds = new TreeMap<>();
    times.forEach((cause, time) -> seconds.put(cause, time.toMillis() / 1000.0));
    return seconds;
  }

  /**
   * Works on the first one that anybody may work on, with one worker, for at most so long. One that
   * waits for others comes after those that do not.
   */
  boolean help(Duration most, StopSignal stop) {
    Optional<RunSnapshot> busy =
        project.backfillRuns().stream()
            .filter(run -> OPEN.contains(run.state()) && run.comesAfter().isEmpty())
            .min(Comparator.comparing(RunSnapshot::waits));
    busy.ifPresent(run -> help(run.id(), most, stop));
    return busy.isPresent();
  }

  private void help(String id, Duration most, StopSignal stop) {
    BatchSettings settings =
        BackfillPolicy.of(project, versionOf(id), List.of()).batches();
    try {
      project.backfill().slice(id, settings.withWorkers(1), most, stop);
    } catch (BackfillException e) {
      throw new PhaseException(ExitCode.SQL_FAILED, e.getMessage(), e);
    }
  }

  private String versionOf(String id) {
    return project.state().versions().stream()
        .map(VersionRow::name)
        .filter(version -> id.startsWith(project.schema() + "/" + version + "/"))
        .findFirst()
        .orElse("");
  }

  /**
   * Puts away what dead workers have left, and what is long over; for all base schemas.
   *
   * @param retention how long to keep what is over
   */
  public Tidied tidy(Duration retention, Actor actor) {
    try {
      return project.backfill().tidy(project.state().orphanedBackfills(), retention, actor);
    } catch (JdbiException e) {
      throw SqlFailure.of(SqlFailure.cause(e));
    }
  }

  /** What can be asked of a backfill. */
  public enum Wish {
    PAUSE("paused"),
    RESUME("resumed"),
    CANCEL("cancelled"),
    RETRY("to be tried again"),
    WAIVE("allowed to end without the rows in quarantine");

    private final String participle;

    Wish(String participle) {
      this.participle = participle;
    }

    /** {@code The backfill is …}. */
    public String participle() {
      return participle;
    }
  }

  /**
   * Asks something of a backfill.
   *
   * @throws PhaseException where there is none of this id, or it is done
   */
  public void ask(String id, Wish wish, Actor actor) {
    Controls controls = controls(id, actor);
    boolean heard =
        switch (wish) {
          case PAUSE -> controls.pause(id);
          case RESUME -> controls.resume(id);
          case CANCEL -> controls.cancel(id);
          case RETRY -> controls.retry(id);
          case WAIVE -> controls.waive(id);
        };
    requireHeard(id, heard);
  }

  /** Changes settings of a backfill, likewise. */
  public void set(String id, Overrides overrides, Actor actor) {
    requireHeard(id, controls(id, actor).set(id, overrides));
  }

  private Controls controls(String id, Actor actor) {
    if (list().stream().noneMatch(run -> run.id().equals(id))) {
      throw none(id);
    }
    Backfill backfill = project.backfill();
    return backfill.controls(actor);
  }

  private static void requireHeard(String id, boolean heard) {
    if (!heard) {
      throw new PhaseException(
          ExitCode.GATE,
          "The backfill %s is done. Run `phase status` to see where its version stands."
              .formatted(id));
    }
  }

  private static PhaseException none(String id) {
    return new PhaseException(
        ExitCode.USAGE,
        "There is no backfill %s. Run `phase backfill list` to see their names.".formatted(id));
  }
}
