package dev.phase.cli;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import java.util.List;

/**
 * A step as a plan shows it; a part of {@code phase plan -o json}.
 *
 * @param kind sql or backfill
 * @param transaction whether its SQL is one transaction; a backfill commits each batch
 * @param locks the strongest that it takes on each relation, in PostgreSQL's words
 * @param sql its statements; the shape of the UPDATE where it is a backfill
 */
record StepView(
    String id,
    String kind,
    String purpose,
    boolean transaction,
    List<LockView> locks,
    List<String> sql) {

  /** A lock on a relation. */
  record LockView(String relation, String level) {}

  static StepView of(Step step) {
    return step instanceof SweepStep sweep
        ? new StepView(
            sweep.id(),
            "backfill",
            sweep.purpose(),
            false,
            locks(sweep),
            List.of(sweep.sweep().update().sql()))
        : of((SqlStep) step);
  }

  private static StepView of(SqlStep step) {
    List<String> statements =
        step.statements().stream().map(statement -> statement.sql().sql().strip()).toList();
    return new StepView(
        step.id(), "sql", step.purpose(), step.inTransaction(), locks(step), statements);
  }

  boolean isBackfill() {
    return kind.equals("backfill");
  }

  private static List<LockView> locks(Step step) {
    return step.locks().stream()
        .map(lock -> new LockView(lock.relation().toString(), lock.level().toString()))
        .toList();
  }
}
