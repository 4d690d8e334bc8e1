package dev.phase.engine.execution;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.BackfillException;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.Outcome;
import dev.phase.backfill.QuarantinedRow;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.plan.SweepStep;
import dev.phase.sql.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Works on the sweeps of versions that are being prepared. That takes no lock of the base schema: what
 * may run together, the backfill's own ledger decides.
 */
public final class Sweeps {

  private final Workplace workplace;
  private final Backfill backfill;
  private final BooleanSupplier stopped;

  /**
   * @param stopped tells whether to end after the present batch
   */
  public Sweeps(Workplace workplace, Backfill backfill, BooleanSupplier stopped) {
    this.workplace = workplace;
    this.backfill = backfill;
    this.stopped = stopped;
  }

  /** What the names of all sweeps of a version in the backfill's ledger begin with. */
  public static String prefix(Identifier schema, String version) {
    return schema + "/" + version + "/";
  }

  /** The name of one. */
  public static String id(Identifier schema, String version, SweepStep step) {
    return prefix(schema, version) + step.id();
  }

  /**
   * Brings a sweep to its end.
   *
   * @return false where it is gone: its version was rolled back
   * @throws PhaseException where it cannot be done now; what is done stays done
   */
  public boolean run(String version, SweepStep step, BatchSettings batches) {
    Instant start = workplace.clock().instant();
    workplace.listener().started(step);
    boolean done = work(step, id(workplace.schema(), version, step), batches);
    workplace.listener().finished(step, Duration.between(start, workplace.clock().instant()));
    return done;
  }

  private boolean work(SweepStep step, String id, BatchSettings batches) {
    Outcome outcome;
    try {
      outcome =
          backfill.work(id, batches, workplace.listener()::progress, stopped::getAsBoolean);
    } catch (BackfillException e) {
      throw SqlFailure.of(e);
    }
    return switch (outcome) {
      case DONE -> true;
      case SUPERSEDED -> false;
      case STOPPED ->
          throw new PhaseException(
              ExitCode.STOPPED,
              "Stopped between two batches. Run the same command again; it goes on where it stopped.");
      case QUEUED ->
          throw new PhaseException(
              ExitCode.LOCKED,
              "The backfill of %s comes after another one of this table. Run `phase backfill list` to see which."
                  .formatted(step.sweep().table()));
      case PAUSED ->
          throw new PhaseException(
              ExitCode.GATE,
              "The backfill of %s is paused. Run `phase backfill resume %s`, then `phase advance` again."
                  .formatted(step.sweep().table(), id));
      case CANCELLED ->
          throw new PhaseException(
              ExitCode.GATE,
              "The backfill of %s was cancelled. Run `phase backfill retry %s` and `phase advance`, or `phase rollback`."
                  .formatted(step.sweep().table(), id));
      case QUARANTINED -> throw quarantined(step, id);
    };
  }

  private PhaseException quarantined(SweepStep step, String id) {
    long rows = backfill.quarantined(id);
    QuarantinedRow row = backfill.quarantine(id, 1).get(0);
    return new PhaseException(
        ExitCode.GATE,
        "%s of %s cannot be converted, such as %s (SQLSTATE %s: %s). Mend what is wrong and run `phase advance` again, or do without by `phase backfill waive %s`."
            .formatted(
                rows == 1 ? "A row" : rows + " rows",
                step.sweep().table(),
                row.rowName(),
                row.sqlState(),
                row.message(),
                id));
  }
}
