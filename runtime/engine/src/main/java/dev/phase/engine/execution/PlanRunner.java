package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.state.StoredPlan;
import dev.phase.plan.SqlStep;
import dev.phase.planning.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the steps of a stored plan that are still to do, in order; its sweeps are over by then. */
public final class PlanRunner {

  private final Workplace workplace;
  private final SqlSteps sql;
  private final Consumer<Plan> atEnd;
  private final BooleanSupplier stopped;
  private final Lookout lookout;

  /**
   * @param atEnd what else to write in the transaction in which a plan ends
   * @param stopped tells whether to end after the present step
   */
  public PlanRunner(
      Workplace workplace, SqlSteps sql, Consumer<Plan> atEnd, BooleanSupplier stopped) {
    this.workplace = workplace;
    this.sql = sql;
    this.atEnd = atEnd;
    this.stopped = stopped;
    this.lookout = new Lookout(workplace);
  }

  /**
   * Runs what is left of the plan.
   *
   * @throws PhaseException where a step cannot be done; what is done stays done
   */
  public void run(StoredPlan stored) {
    try {
      finish(stored);
    } catch (PhaseException e) {
      log(stored, e);
      throw e;
    }
  }

  /** Leaves the reason in the deployment log, as far as the database can still be reached. */
  private void log(StoredPlan stored, PhaseException reason) {
    try {
      sql.record(() -> workplace.store().failed(stored, reason));
    } catch (PhaseException e) {
      reason.addSuppressed(e);
    }
  }

  private void finish(StoredPlan stored) {
    workplace.listener().started(stored.plan(), !stored.done().isEmpty());
    lookout.look(stored.plan());
    boolean finished = false;
    for (int place : stored.pending()) {
      requireNotStopped();
      finished = stored.isLast(place);
      run(stored, place, finished);
    }
    if (!finished) {
      sql.record(() -> end(stored));
    }
    sql.recordIfFree(workplace.store()::recordObjects);
    workplace.listener().finished(stored.plan());
  }

  private void run(StoredPlan stored, int place, boolean last) {
    Runnable done =
        () -> {
          workplace.store().stepDone(stored, place);
          if (last) {
            end(stored);
          }
        };
    if (stored.step(place) instanceof SqlStep step) {
      Instant start = workplace.clock().instant();
      workplace.listener().started(step);
      sql.run(stored.plan().move(), step, done);
      workplace.listener().finished(step, Duration.between(start, workplace.clock().instant()));
    } else {
      sql.record(done);
    }
  }

  private void end(StoredPlan stored) {
    workplace.store().finish(stored);
    atEnd.accept(stored.plan());
  }

  private void requireNotStopped() {
    if (stopped.getAsBoolean()) {
      throw new PhaseException(
          ExitCode.STOPPED,
          "Stopped between two steps. Run the same command again; it goes on where it stopped.");
    }
  }
}
