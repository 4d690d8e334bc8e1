package dev.phase.engine.execution;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.BackfillException;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.Outcome;
import dev.phase.backfill.QuarantinedRow;
import dev.phase.backfill.SweepRequest;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.StoredPlan;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.sql.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Runs the steps of a stored plan that are still to do, in order. */
public final class PlanRunner {

  private final Workplace workplace;
  private final SqlSteps sql;
  private final Backfill backfill;
  private final BooleanSupplier stopped;

  /**
   * @param stopped tells whether to end after the present step or batch
   */
  public PlanRunner(
      Workplace workplace, SqlSteps sql, Backfill backfill, BooleanSupplier stopped) {
    this.workplace = workplace;
    this.sql = sql;
    this.backfill = backfill;
    this.stopped = stopped;
  }

  /**
   * Runs what is left of the plan.
   *
   * @throws PhaseException where a step cannot be done; what is done stays done
   */
  public void run(StoredPlan stored, BatchSettings batches) {
    try {
      finish(stored, batches);
    } catch (PhaseException e) {
      log(stored, e);
      throw e;
    }
  }

  /** Leaves the reason in the deployment log, as far as the database can still be reached. */
  private void log(StoredPlan stored, PhaseException reason) {
    try {
      sql.record(() -> workplace.store().failed(stored, reason.getMessage()));
    } catch (PhaseException e) {
      reason.addSuppressed(e);
    }
  }

  private void finish(StoredPlan stored, BatchSettings batches) {
    workplace.listener().started(stored.plan(), !stored.done().isEmpty());
    boolean finished = false;
    for (int place : stored.pending()) {
      requireNotStopped();
      Step step = stored.step(place);
      Instant start = workplace.clock().instant();
      workplace.listener().started(step);
      finished = run(stored, place, step, batches);
      workplace.listener().finished(step, Duration.between(start, workplace.clock().instant()));
    }
    if (!finished) {
      sql.record(() -> workplace.store().finish(stored));
    }
    sql.recordIfFree(workplace.store()::recordObjects);
    workplace.listener().finished(stored.plan());
  }

  /** Whether the plan was finished together with the step. */
  private boolean run(StoredPlan stored, int place, Step step, BatchSettings batches) {
    boolean last = stored.isLast(place);
    Runnable done =
        () -> {
          workplace.store().stepDone(stored, place);
          if (last) {
            workplace.store().finish(stored);
          }
        };
    if (step instanceof SqlStep statements) {
      sql.run(stored.plan().move(), statements, done);
    } else {
      sweep((SweepStep) step, stored.plan().version(), batches);
      sql.record(done);
    }
    return last;
  }

  private void sweep(SweepStep step, String version, BatchSettings batches) {
    SweepRequest request =
        new SweepRequest(sweepId(workplace.schema(), version, step), step.sweep(), batches);
    Outcome outcome;
    try {
      outcome = backfill.run(request, workplace.listener()::progress, stopped::getAsBoolean);
    } catch (BackfillException e) {
      throw SqlFailure.of(e);
    }
    switch (outcome) {
      case DONE -> {}
      case STOPPED -> requireNotStopped();
      case PAUSED ->
          throw new PhaseException(
              ExitCode.GATE,
              "The backfill of %s is paused. Run `phase backfill resume %s`, then `phase advance` again."
                  .formatted(step.sweep().table(), request.id()));
      case CANCELLED ->
          throw new PhaseException(
              ExitCode.GATE,
              "The backfill of %s was cancelled. Run `phase backfill retry %s` and `phase advance`, or `phase rollback`."
                  .formatted(step.sweep().table(), request.id()));
      case QUARANTINED -> throw quarantined(request);
      case SUPERSEDED ->
          throw new PhaseException(
              ExitCode.LOCKED,
              "Another command has removed the backfill of %s. Run `phase status` to see where everything stands."
                  .formatted(step.sweep().table()));
    }
  }

  private PhaseException quarantined(SweepRequest request) {
    long rows = backfill.quarantined(request.id());
    QuarantinedRow row = backfill.quarantine(request.id(), 1).get(0);
    return new PhaseException(
        ExitCode.GATE,
        "%s of %s cannot be converted, such as %s (SQLSTATE %s: %s). Mend what is wrong and run `phase advance` again, or do without by `phase backfill waive %s`."
            .formatted(
                rows == 1 ? "A row" : rows + " rows",
                request.sweep().table(),
                row.rowName(),
                row.sqlState(),
                row.message(),
                request.id()));
  }

  /** The name of a sweep in the backfill's ledger. */
  public static String sweepId(Identifier schema, String version, SweepStep step) {
    return schema + "/" + version + "/" + step.id();
  }

  private void requireNotStopped() {
    if (stopped.getAsBoolean()) {
      throw new PhaseException(
          ExitCode.STOPPED,
          "Stopped between two steps. Run the same command again; it goes on where it stopped.");
    }
  }
}
