package dev.phase.engine;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.RunSnapshot;
import dev.phase.change.Change;
import dev.phase.engine.execution.PlanRunner;
import dev.phase.engine.execution.ProjectLock;
import dev.phase.engine.execution.SqlSteps;
import dev.phase.engine.execution.Workplace;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.Release;
import dev.phase.engine.state.StoredPlan;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;

/** Holds the lock of a base schema and moves its window; one command, one mover. */
final class Mover implements AutoCloseable {

  private final Project project;
  private final Release release;
  private final Function<Version, BatchSettings> batches;
  private final ProjectLock lock;
  private final SqlSteps steps;
  private final PlanRunner runner;
  private final Backfill backfill;
  private final Moves moves;
  private final Lookout lookout;

  /**
   * Waits for the lock and begins a new epoch.
   *
   * @param batches how to backfill a version
   */
  Mover(
      Project project,
      Release release,
      Function<Version, BatchSettings> batches,
      BooleanSupplier stopped) {
    this.project = project;
    this.release = release;
    this.batches = batches;
    this.moves = project.moves();
    Workplace workplace = project.workplace();
    this.lock =
        ProjectLock.acquire(
            workplace.sessions(),
            workplace.schema(),
            workplace.locks().budget(),
            workplace.clock(),
            workplace.sleeper());
    this.backfill = project.backfill();
    this.steps = new SqlSteps(workplace, project.store().takeEpoch());
    this.lookout = new Lookout(project, workplace.listener());
    this.runner = new PlanRunner(workplace, steps, backfill, stopped);
  }

  Window window() {
    return project.store().window();
  }

  Moves moves() {
    return moves;
  }

  /** Stores the plan and runs it. */
  Plan run(Plan plan, List<Change> changes) {
    if (plan.move() == Move.EXPAND) {
      // A rollback that was cut off at its very end has left them; they would count as done.
      forgetSweeps(plan.version());
    }
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
          stored.set(project.store().begin(plan, changes, release));
        });
    run(stored.get());
    return plan;
  }

  private void forgetSweeps(String version) {
    String prefix = project.schema() + "/" + version + "/";
    try {
      project.backfillRuns().stream()
          .map(RunSnapshot::id)
          .filter(id -> id.startsWith(prefix))
          .forEach(backfill::forget);
    } catch (JdbiException e) {
      throw SqlFailure.of(SqlFailure.cause(e));
    }
  }

  /**
   * Finishes what an earlier command has begun: its plan, and the version that it was preparing.
   *
   * @return the versions that were moved
   */
  List<String> resume() {
    List<String> moved = new ArrayList<>();
    project
        .store()
        .unfinished()
        .ifPresent(
            stored -> {
              run(stored);
              moved.add(stored.plan().version());
            });
    while (preparing(window())) {
      moved.add(run(moves.publish(window())).version());
    }
    return moved;
  }

  /** Finishes a rollback that an earlier command has begun: what it removes counts as not applied. */
  List<String> resumeRollback() {
    Optional<StoredPlan> rollback =
        project.store().unfinished().filter(stored -> stored.plan().move() == Move.ROLLBACK);
    rollback.ifPresent(this::run);
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
      run(stored);
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
    Plan plan =
        head.isPresent()
            ? begin(moves.rollback(window(), neverRun(head.get())), List.of(), head)
            : move(Move.ROLLBACK, moves::rollback);
    forgetSweeps(plan.version());
    return plan;
  }

  private void run(StoredPlan stored) {
    Window window = stored.plan().after();
    BatchSettings settings =
        window.find(stored.plan().version()).map(batches).orElseGet(BatchSettings::defaults);
    lookout.look(stored.plan());
    runner.run(stored, settings);
  }

  private static Set<String> neverRun(StoredPlan unfinished) {
    return unfinished.pending().stream()
        .map(unfinished::step)
        .map(Step::id)
        .collect(Collectors.toSet());
  }

  private static boolean isOfTheHead(Move move) {
    return move == Move.EXPAND || move == Move.PUBLISH;
  }

  private static boolean preparing(Window window) {
    return window.versions().stream().anyMatch(v -> v.state() == VersionState.PREPARING);
  }

  @Override
  public void close() {
    steps.close();
    lock.close();
  }
}
