package dev.phase.cli;

import dev.phase.engine.estimate.Estimate;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import java.util.ArrayList;
import java.util.List;

/**
 * A step as a plan shows it; a part of {@code phase plan -o json}.
 *
 * @param kind sql or backfill
 * @param transaction whether its SQL is one transaction; a backfill commits each batch
 * @param locks the strongest that it takes on each relation, in PostgreSQL's words
 * @param estimate what it will cost
 * @param sql its statements; the shape of the UPDATE where it is a backfill
 */
record StepView(
    String id,
    String kind,
    String purpose,
    boolean transaction,
    List<LockView> locks,
    EstimateView estimate,
    List<String> sql) {

  /**
   * A lock on a relation.
   *
   * @param blocks who waits meanwhile: reads, writes, and changes such as other DDL and VACUUM
   */
  record LockView(String relation, String level, List<String> blocks) {

    static LockView of(Lock lock) {
      LockLevel level = lock.level();
      List<String> blocks = new ArrayList<>();
      if (level.blocksReaders()) {
        blocks.add("reads");
      }
      if (level.blocksWriters()) {
        blocks.add("writes");
      }
      if (level.blocksDdl()) {
        blocks.add("changes");
      }
      return new LockView(lock.relation().toString(), level.toString(), blocks);
    }

    /** Who waits, in words. */
    String waiting() {
      if (blocks.contains("reads")) {
        return "reads and writes wait";
      }
      if (blocks.contains("writes")) {
        return "writes wait";
      }
      return blocks.isEmpty() ? "no reads or writes wait" : "only VACUUM and DDL wait";
    }
  }

  static StepView of(Step step, Estimate estimate) {
    return step instanceof SweepStep sweep
        ? new StepView(
            sweep.id(),
            "backfill",
            sweep.purpose(),
            false,
            locks(sweep),
            EstimateView.of(estimate),
            List.of(sweep.sweep().update().sql()))
        : of((SqlStep) step, estimate);
  }

  private static StepView of(SqlStep step, Estimate estimate) {
    List<String> statements =
        step.statements().stream().map(statement -> statement.sql().sql().strip()).toList();
    return new StepView(
        step.id(),
        "sql",
        step.purpose(),
        step.inTransaction(),
        locks(step),
        EstimateView.of(estimate),
        statements);
  }

  /** How it commits, in words. */
  String mode() {
    if (kind.equals("backfill")) {
      return "in batches";
    }
    return transaction ? "one transaction" : "outside a transaction";
  }

  private static List<LockView> locks(Step step) {
    return step.locks().stream().map(LockView::of).toList();
  }
}
