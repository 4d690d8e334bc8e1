package dev.phase.engine;

import dev.phase.backfill.Backfill;
import dev.phase.change.Change;
import dev.phase.engine.execution.PlanRunner;
import dev.phase.engine.execution.ProjectLock;
import dev.phase.engine.execution.SqlSteps;
import dev.phase.engine.execution.Sweeps;
import dev.phase.engine.execution.Workplace;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.state.Release;
import dev.phase.engine.state.StoredPlan;
import dev.phase.plan.Step;
import dev.phase.plan.Sweep;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the lock of a base schema and moves its window. */
final class Mover implements AutoCloseable {

  private final Project project;
  private final Release release;
  private final ProjectLock lock;
  private final SqlSteps steps;
  private final PlanRunner runner;
  private final Moves moves;

  /** Waits for the lock and begins a new epoch. */
  Mover(Project project, Release release, BooleanSupplier stopped) {
    this.project = project;
    this.release = release;
    this.moves = project.moves();
    Workplace workplace = project.workplace();
    this.lock = ProjectLock.toMove(workplace);
    try {
      this.steps = new SqlSteps(workplace, project.store().takeEpoch());
    } catch (RuntimeException | Error e) {
      // A process that goes on would keep it from everybody.
      lock.close();
      throw e;
    }
    this.runner = new PlanRunner(workplace, steps, this::queueSweeps, stopped);
  }

  Window window() {
    return project.store().window();
  }

  Moves moves() {
    return moves;
  }

  /** Stores the plan and runs it. */
  Plan run(Plan plan, List<Change> changes) {
    return begin(plan, changes, Optional.empty());
  }

  Plan run(Plan plan) {
    return run(plan, List.of());
  }

  /** Stores the plan, in one transaction with the end of the one that it takes over from. */
  private Plan begin(Plan plan, List<Change> changes, Optional<StoredPlan> abandoned) {
    AtomicReference<StoredPlan> stored = new AtomicReference<>();
    steps.record(
        () -> {
          abandoned.ifPresent(project.store()::abandon);
          if (plan.move() == Move.ROLLBACK) {
            Backfill.forget(
                project.connection(), Sweeps.prefix(project.schema(), plan.version()));
          }
          stored.set(project.store().begin(plan, changes, release));
        });
    runner.run(stored.get());
    return plan;
  }

  /** A version that has come in has its rows converted, by whoever comes to it first. */
  private void queueSweeps(Plan plan) {
    if (plan.move() == Move.EXPAND) {
      Version version = plan.after().newest();
      Map<String, Sweep> sweeps = new LinkedHashMap<>();
      moves
          .sweeps(plan.after(), version)
          .forEach(
              step ->
                  sweeps.put(
                      Sweeps.id(project.schema(), version.name(), step), step.sweep()));
      Backfill.queue(project.connection(), sweeps);
    }
  }

  /**
   * Finishes the plan that an earlier command has begun.
   *
   * @return the version that it moves
   */
  List<String> resume() {
    Optional<StoredPlan> begun = project.store().unfinished();
    begun.ifPresent(runner::run);
    return begun.map(stored -> stored.plan().version()).stream().toList();
  }

  /**
   * Opens the door of the lowest version that is being prepared, if all of its rows are converted.
   *
   * @return the versions that it moves
   */
  List<String> publish() {
    List<String> moved = new ArrayList<>(resume());
    window()
        .preparing()
        .filter(version -> project.isSwept(version.name()))
        .ifPresent(version -> moved.add(run(moves.publish(window())).version()));
    return moved;
  }

  /** Leaves a version that was about to be published to be so later, after the next movement. */
  void postponePublish() {
    project
        .store()
        .unfinished()
        .filter(stored -> stored.plan().move() == Move.PUBLISH)
        .ifPresent(stored -> steps.record(() -> project.store().abandon(stored)));
  }

  /** Finishes a rollback that an earlier command has begun: what it removes counts as not applied. */
  List<String> resumeRollback() {
    Optional<StoredPlan> rollback =
        project.store().unfinished().filter(stored -> stored.plan().move() == Move.ROLLBACK);
    rollback.ifPresent(runner::run);
    return rollback.map(stored -> stored.plan().version()).stream().toList();
  }

  /** Makes this move of the tail, or finishes it where an earlier command was cut off in it. */
  Plan move(Move move, Function<Window, Plan> planner) {
    Optional<StoredPlan> unfinished = project.store().unfinished();
    if (unfinished.isPresent()) {
      StoredPlan stored = unfinished.get();
      if (isOfTheHead(stored.plan().move())) {
        throw new PhaseException(
            ExitCode.GATE,
            "Version %s is half-way in. Run `phase advance` to finish it, or `phase rollback` to remove it."
                .formatted(stored.plan().version()));
      }
      runner.run(stored);
      if (stored.plan().move() == move) {
        return stored.plan();
      }
    }
    return run(planner.apply(window()));
  }

  /** Takes Phase's objects as they are for what they should be. */
  void acceptDrift() {
    steps.record(project.store()::recordObjects);
  }

  /** Removes the newest version, whatever of it is there. */
  Plan rollback() {
    Optional<StoredPlan> head =
        project.store().unfinished().filter(stored -> isOfTheHead(stored.plan().move()));
    return head.isPresent()
        ? begin(moves.rollback(window(), neverRun(head.get())), List.of(), head)
        : move(Move.ROLLBACK, moves::rollback);
  }

  /** What did not happen of the newest version; a lower one is published when that is gone. */
  private Set<String> neverRun(StoredPlan unfinished) {
    return unfinished.plan().version().equals(window().newest().name())
        ? unfinished.pending().stream()
            .map(unfinished::step)
            .map(Step::id)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean isOfTheHead(Move move) {
    return move == Move.EXPAND || move == Move.PUBLISH;
  }

  @Override
  public void close() {
    steps.close();
    lock.close();
  }
}
