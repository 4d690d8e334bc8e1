package dev.phase.engine;

import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.Sleeper;
import dev.phase.change.Change;
import dev.phase.change.ChangeFile;
import dev.phase.config.Settings;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Release;
import dev.phase.engine.state.StateReader;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.window.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that Phase does to a database, one method per verb. Not safe for use by several threads,
 * except for {@link #stop()}.
 */
public final class Engine implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Project project;
  private volatile boolean stopped;

  private Engine(Project project) {
    this.project = project;
  }

  /**
   * Connects to the database of the settings.
   *
   * @throws PhaseException with {@link ExitCode#UNREACHABLE} where that fails
   */
  public static Engine connect(Settings settings, Listener listener) {
    return new Engine(
        new Project(
            settings, listener, Clock.systemUTC(), Sleeper.system()));
  }

  /**
   * Takes the base schema into Phase's care: creates the schema {@code phase} where it is missing and
   * makes what is there the baseline.
   *
   * @return false where it had been done before
   */
  public boolean init() {
    return new Init(project).run();
  }

  /** Takes those objects as they are now for what they should be. */
  public void acceptDrift(Release release) {
    try (Mover mover = mover(release)) {
      mover.acceptDrift();
    }
  }

  /** Finishes what was begun, moves the tail, and brings the pending changes in as one version. */
  public Advanced advance(List<ChangeFile> files, Release release) {
    project.requireInitialised();
    List<Change> changes = changes(files);
    return remembering(
        files,
        new Advance(project, changes)
            .run(() -> mover(release), () -> finisher(release, changes)));
  }

  /**
   * The same, but leaves the backfill of the new version, and what comes after it, to {@link #finish}
   * in another process. It waits for no other version's.
   */
  public Advanced begin(List<ChangeFile> files, Release release) {
    project.requireInitialised();
    return remembering(files, new Advance(project, changes(files)).begin(() -> mover(release)));
  }

  /** Whether something was begun that {@link #finish} would finish, with nobody's help before. */
  public boolean isUnfinished() {
    StateReader state = project.state();
    if (!state.exists()) {
      return false;
    }
    project.requireInitialised();
    return state
        .unfinished()
        .map(plan -> !plan.stuck())
        .orElseGet(
            () ->
                state.preparing().filter(version -> !project.isQuarantined(version)).isPresent());
  }

  /**
   * Finishes what was begun, and publishes the versions that are being prepared, each as soon as it is
   * true and those below it are live.
   *
   * @return the versions that it moved
   */
  public List<String> finish(Release release) {
    try (Finisher finisher = finisher(release, List.of())) {
      return finisher.finish();
    }
  }

  /**
   * Takes part in a backfill that is at work in some process, or waits for one.
   *
   * @param most for how long; it ends with its present batch
   * @return whether there was one
   */
  public boolean help(Duration most) {
    return backfills().help(most, () -> stopped);
  }

  /** Removes the newest version; the older ones lose nothing. */
  public Plan rollback(Release release) {
    try (Mover mover = mover(release)) {
      return mover.rollback();
    }
  }

  /** Closes the door of the oldest live version; its data is kept in step. */
  public Plan retire(Release release) {
    try (Mover mover = mover(release)) {
      return mover.move(
          Move.RETIRE,
          window -> {
            require(Tail.of(project, List.of()).mustHoldToRetire());
            return mover.moves().retire(window);
          });
    }
  }

  /** Opens the door of the newest retired version again. */
  public Plan restore(Release release) {
    try (Mover mover = mover(release)) {
      return mover.move(Move.RESTORE, mover.moves()::restore);
    }
  }

  /** Removes the oldest version, which must be retired, for good. */
  public Plan contract(Release release) {
    try (Mover mover = mover(release)) {
      return mover.move(
          Move.CONTRACT,
          window -> {
            require(Tail.of(project, List.of()).mustHoldToContract());
            return mover.moves().contract(window);
          });
    }
  }

  /** Where everything stands, and what would happen; changes nothing. */
  public Inspection inspection() {
    return new Inspection(project, () -> stopped);
  }

  /** The backfills, and what they are to do. */
  public Backfills backfills() {
    project.requireInitialised();
    return new Backfills(project);
  }

  /**
   * Records that the version may go.
   *
   * @return false where somebody has agreed before
   */
  public boolean approve(String version, Release who) {
    requireVersion(version);
    return project.gates().approvals().give(version, who);
  }

  /**
   * Takes {@link #approve} back.
   *
   * @return false where nobody had agreed
   */
  public boolean withdrawApproval(String version) {
    requireVersion(version);
    return project.gates().approvals().withdraw(version);
  }

  /**
   * Waits until a version is that far.
   *
   * @throws PhaseException with {@link ExitCode#TIMED_OUT} when the time is over
   */
  public void awaitVersion(String version, WaitFor what, Duration timeout) {
    new Waiter(project, () -> stopped).await(version, what, timeout, POLL);
  }

  /** Ends the running command after its present step or batch; callable from any thread. */
  public void stop() {
    stopped = true;
  }

  /** An older release that is deployed again changes nothing at all. */
  private Advanced remembering(List<ChangeFile> files, Advanced advanced) {
    if (advanced.notices().isEmpty()) {
      project.settledFiles().remember(files);
    }
    return advanced;
  }

  private void requireVersion(String version) {
    project.requireInitialised();
    if (project.state().versions().stream().noneMatch(v -> v.name().equals(version))) {
      throw new PhaseException(
          ExitCode.GATE,
          "There is no version %s in the live window. `phase status` lists them."
              .formatted(version));
    }
  }

  private static void require(List<Waiting> closed) {
    if (!closed.isEmpty()) {
      throw new PhaseException(
          ExitCode.GATE,
          closed.stream().map(Waiting::detail).collect(Collectors.joining("\n")));
    }
  }

  private Mover mover(Release release) {
    project.requireInitialised();
    return new Mover(project, release, () -> stopped);
  }

  private Finisher finisher(Release release, List<Change> changes) {
    project.requireInitialised();
    return new Finisher(project, () -> mover(release), batches(changes), () -> stopped);
  }

  /** The settings of the project, overridden by those of the version's changes. */
  private Function<Version, BatchSettings> batches(List<Change> changes) {
    return version -> BackfillPolicy.of(project, version.name(), changes).batches();
  }

  private static List<Change> changes(List<ChangeFile> files) {
    return files.stream().map(ChangeFile::change).toList();
  }

  @Override
  public void close() {
    project.close();
  }
}
