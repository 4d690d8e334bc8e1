package dev.phase.engine;

import dev.phase.backfill.BatchSettings;
import dev.phase.engine.execution.ProjectLock;
import dev.phase.engine.execution.Sweeps;
import dev.phase.engine.execution.Workplace;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.SweepStep;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes the versions that are being prepared true, and opens their doors, lowest first. One command at
 * a time does so. Others may move the window while it sweeps: it takes the lock of the base schema only
 * to publish.
 */
final class Finisher implements AutoCloseable {

  private final Project project;
  private final Supplier<Mover> movers;
  private final Function<Version, BatchSettings> batches;
  private final ProjectLock turn;
  private final Sweeps sweeps;

  /**
   * Waits for its turn.
   *
   * @param movers takes the lock of the base schema
   * @param batches how to sweep for a version
   */
  Finisher(
      Project project,
      Supplier<Mover> movers,
      Function<Version, BatchSettings> batches,
      BooleanSupplier stopped) {
    this.project = project;
    this.movers = movers;
    this.batches = batches;
    Workplace workplace = project.workplace();
    this.sweeps = new Sweeps(workplace, project.backfill(), stopped);
    this.turn = ProjectLock.toFinish(workplace);
  }

  /**
   * Finishes what was begun, and publishes what is being prepared.
   *
   * @return the versions that were moved
   */
  List<String> finish() {
    return finish(window -> window.preparing().isEmpty());
  }

  /** Publishes this version, and those below it. */
  void publish(String version) {
    finish(window -> window.find(version).filter(Finisher::isPreparing).isEmpty());
    if (project.store().window().find(version).isEmpty()) {
      throw new PhaseException(
          ExitCode.GATE,
          "Version %s was rolled back by another command before it was live. Run `phase history` to see by whom."
              .formatted(version));
    }
  }

  private List<String> finish(Predicate<Window> goal) {
    List<String> moved = new ArrayList<>();
    while (true) {
      // In this order: what enters the window has an unfinished plan until its sweeps are in the queue.
      Window window = project.store().window();
      boolean begun = project.state().unfinished().isPresent();
      if (!begun && goal.test(window)) {
        return moved;
      }
      if (begun || sweep(window, window.preparing().orElseThrow())) {
        try (Mover mover = movers.get()) {
          moved.addAll(mover.publish());
        }
      }
    }
  }

  /** Whether all rows of the version are converted; false where it has left the window meanwhile. */
  private boolean sweep(Window window, Version version) {
    if (project.isSwept(version.name())) {
      return true;
    }
    project.workplace().listener().preparing(version.name());
    for (SweepStep step : project.moves().sweeps(window, version)) {
      if (!sweep(version, step)) {
        requireGone(version, step);
        return false;
      }
    }
    return true;
  }

  private boolean sweep(Version version, SweepStep step) {
    try {
      return sweeps.run(version.name(), step, batches.apply(version));
    } catch (PhaseException e) {
      log(version, e);
      throw e;
    }
  }

  /** Leaves the reason in the deployment log, as far as the database can still be reached. */
  private void log(Version version, PhaseException reason) {
    try {
      project.store().sweepFailed(version.name(), reason.getMessage());
    } catch (PhaseException e) {
      reason.addSuppressed(e);
    }
  }

  private void requireGone(Version version, SweepStep step) {
    Optional<Version> now = project.store().window().find(version.name());
    if (now.filter(Finisher::isPreparing).isPresent()) {
      throw new PhaseException(
          ExitCode.LOCKED,
          "Another command has removed the backfill of %s. Run `phase status` to see where everything stands."
              .formatted(step.sweep().table()));
    }
  }

  private static boolean isPreparing(Version version) {
    return version.state() == VersionState.PREPARING;
  }

  @Override
  public void close() {
    turn.close();
  }
}
