package dev.phase.engine;

import dev.phase.backfill.RunSnapshot;
import dev.phase.backfill.RunState;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.state.VersionRow;
import dev.phase.window.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits for another command to bring a version far enough. Takes no lock. */
final class Waiter {

  private final Project project;
  private final BooleanSupplier stopped;

  Waiter(Project project, BooleanSupplier stopped) {
    this.project = project;
    this.stopped = stopped;
  }

  void await(String name, WaitFor what, Duration timeout, Duration poll) {
    Instant end = project.clock().instant().plus(timeout);
    while (!isReached(name, what)) {
      if (project.clock().instant().isAfter(end)) {
        throw new PhaseException(
            ExitCode.TIMED_OUT,
            "Version %s was not %s within %d s: it is %s. Run `phase status` to see what it waits for."
                .formatted(
                    name,
                    what.name().toLowerCase(Locale.ROOT),
                    timeout.toSeconds(),
                    find(name).isPresent() ? "still being prepared" : "not there"));
      }
      sleep(poll);
    }
  }

  /** Initialising and expanding may still be to come: a pod may start before the migration does. */
  private boolean isReached(String name, WaitFor what) {
    Optional<VersionState> state = find(name);
    if (state.isEmpty()) {
      return false;
    }
    return switch (state.get()) {
      case LIVE -> true;
      case PREPARING -> what == WaitFor.BACKFILLED && isBackfilled(name);
      case RETIRED ->
          throw new PhaseException(
              ExitCode.GATE,
              "Version %s was retired. Run `phase restore`, or deploy a newer release."
                  .formatted(name));
    };
  }

  private Optional<VersionState> find(String name) {
    return project.state().exists()
        ? project.state().versions().stream()
            .filter(version -> version.name().equals(name))
            .map(VersionRow::state)
            .findFirst()
        : Optional.empty();
  }

  private boolean isBackfilled(String name) {
    String prefix = project.schema() + "/" + name + "/";
    List<RunSnapshot> runs =
        project.backfillRuns().stream().filter(run -> run.id().startsWith(prefix)).toList();
    return !runs.isEmpty() && runs.stream().allMatch(run -> run.state() == RunState.DONE);
  }

  private void sleep(Duration poll) {
    if (stopped.getAsBoolean()) {
      throw new PhaseException(ExitCode.STOPPED, "Stopped while waiting. Run it again.");
    }
    try {
      project.sleeper().sleep(poll);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhaseException(ExitCode.STOPPED, "Stopped while waiting. Run it again.", e);
    }
  }
}
