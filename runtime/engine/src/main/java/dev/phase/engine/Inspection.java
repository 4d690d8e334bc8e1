package dev.phase.engine;

import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.StopSignal;
import dev.phase.change.Change;
import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeFiles;
import dev.phase.change.ChangeReader;
import dev.phase.engine.doctor.Check;
import dev.phase.engine.doctor.Doctor;
import dev.phase.engine.gate.ClientSessions;
import dev.phase.engine.state.Drift;
import dev.phase.engine.state.LogEntry;
import dev.phase.engine.verify.Verification;
import dev.phase.engine.verify.Verifier;
import dev.phase.model.Snapshot;
import dev.phase.planning.Plan;
import dev.phase.planning.Problem;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * Where one base schema stands, and what the next commands would do to it. Nothing here changes the
 * database; all but {@link #examine} need `phase init` first.
 */
public final class Inspection {

  private final Project project;
  private final StopSignal stopped;

  Inspection(Project project, StopSignal stopped) {
    this.project = project;
    this.stopped = stopped;
  }

  /** Where everything stands. */
  public Status status() {
    project.requireInitialised();
    return new StatusReader(project).read();
  }

  /**
   * The deployment log, newest first.
   *
   * @param most how many movements of the window to read
   */
  public List<LogEntry> history(int most) {
    project.requireInitialised();
    return project.state().log(most);
  }

  /**
   * Looks for what would stand in the way of the next advance.
   *
   * @param application the role of an application whose privileges to look at, too
   * @param console the same of a role that only looks
   */
  public List<Check> examine(Optional<Identifier> application, Optional<Identifier> console) {
    return new Doctor(project.connection(), project.schema()).examine(application, console);
  }

  /** Looks at every converted row and at everything that was made for it; takes no lock of Phase's. */
  public Verification verify() {
    project.requireInitialised();
    BatchSettings batches = BackfillPolicy.of(project).batches();
    return new Verifier(project.connection(), project.backfill(), batches, stopped)
        .verify(
            project.store().window(),
            project.drift(),
            project.state().unfinished().isPresent(),
            project.workplace().listener()::progress);
  }

  /** What somebody else has done to the objects that Phase has made. */
  public List<Drift> drift() {
    project.requireInitialised();
    return project.drift();
  }

  /** What the newest version looks like, for checks without a database. */
  public Snapshot snapshot() {
    project.requireInitialised();
    return new SnapshotReader(project).read();
  }

  /**
   * The change files of the settings. Of those whose changes are history and whose bytes are known, it
   * reads the names only.
   */
  public ChangeFiles files() {
    project.requireInitialised();
    return ChangeReader.read(
        project.settings().changes(), project.schema(), project.settledFiles().read());
  }

  /** What the next advance would do, in order. */
  public List<Plan> preview(List<ChangeFile> files) {
    project.requireInitialised();
    return new Preview(project, changes(files)).plans();
  }

  /** What the next advance would do although it may not be meant, as far as the rows tell. */
  public List<Problem> warnings(List<ChangeFile> files) {
    project.requireInitialised();
    return new Preview(project, changes(files)).warnings();
  }

  /** {@link #preview} with what it would cost, what it would wait for, and who is in its way. */
  public Forecast forecast(List<ChangeFile> files) {
    project.requireInitialised();
    return new Forecaster(project).forecast(changes(files));
  }

  /** Who is connected to the database, and on which version. */
  public List<ClientSessions> clients() {
    project.requireInitialised();
    return project.gates().clients().list();
  }

  private static List<Change> changes(List<ChangeFile> files) {
    return files.stream().map(ChangeFile::change).toList();
  }
}
