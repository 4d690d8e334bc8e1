package dev.phase.cli;

import dev.phase.cli.PlanView.DecisionView;
import dev.phase.cli.StepView.LockView;
import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.estimate.Range;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans as a database would give them. */
final class PlanDocuments {

  private static final EstimateView CATALOG = estimate("catalog", 0, 0, 0, 0, 0);
  private static final EstimateView BACKFILL =
      estimate("backfill", 1_000_000, 141_557_760, 10_000, 206_000_000, 8_000_000);
  private static final EstimateView INDEX =
      estimate("index", 1_000_000, 141_557_760, 1_270, 26_666_666, 26_666_666);

  /** Nothing to do, and nothing to say. */
  static final PlanView.Document EMPTY = of(List.of(), Optional.empty());

  /** A version that comes in, with all that may be said about it. */
  static final PlanView.Document BUSY =
      new PlanView.Document(
          List.of(
              new PlanView(
                  "expand",
                  "0007_b",
                  List.of(
                      new DecisionView(
                          "0007_b",
                          "operations[0].alter_column",
                          "Column a of t gets a shadow column:"
                              + " index t_a would be rebuilt under ACCESS EXCLUSIVE.")),
                  List.of(
                      step(
                          "Expand table t",
                          true,
                          new LockView(
                              "public.t", "ACCESS EXCLUSIVE", List.of("reads", "writes", "changes")),
                          CATALOG,
                          "ALTER TABLE \"t\"\n  ADD COLUMN \"b\" text"))),
              new PlanView(
                  "publish",
                  "0007_b",
                  List.of(),
                  List.of(
                      new StepView(
                          "sweep:t",
                          "backfill",
                          "Backfill table t",
                          false,
                          List.of(new LockView("public.t", "ROW EXCLUSIVE", List.of())),
                          BACKFILL,
                          List.of("UPDATE \"t\" SET \"b\" = upper(\"a\")")),
                      step(
                          "Build index i",
                          false,
                          new LockView(
                              "public.t", "SHARE UPDATE EXCLUSIVE", List.of("changes")),
                          INDEX,
                          "CREATE INDEX CONCURRENTLY \"i\" ON \"t\" (\"b\") INCLUDE (\"one of several"
                              + " columns\", \"another one\")"))),
              new PlanView("retire", "baseline", List.of(), List.of())),
          Optional.of(
              new EstimateView(
                  "backfill",
                  Optional.of("public.t"),
                  2_000_000,
                  283_115_520,
                  new Range(11_270, 72_000),
                  new Range(232_666_666, 900_000_000),
                  new Range(34_666_666, 400_000_000),
                  "default")),
          List.of(
              new Waiting(
                  "soak",
                  "Version 0005_x stays live until 2026-11-22T09:00:00Z, so that 0006_y can prove"
                      + " itself.")),
          List.of(
              new Obstacle(
                  Obstacle.Kind.SESSION,
                  "4711",
                  "app",
                  "checkout",
                  "idle in transaction",
                  Instant.parse("2026-11-21T08:59:00Z"),
                  340,
                  "UPDATE t SET a = 'x'",
                  List.of("public.t"))),
          2,
          List.of(new Drift("view", "public_0006_y.t", "CREATE …", Optional.empty())),
          List.of(
              new LintFinding(
                  "round-trip-rows",
                  "warning",
                  "db/changes/0007_b.yaml",
                  3,
                  5,
                  "Of 1000 rows of t, 3 do not come back.",
                  "Correct the expressions.",
                  Optional.empty())));

  /** The tail waits. */
  static final PlanView.Document GATED =
      new PlanView.Document(
          List.of(),
          Optional.empty(),
          List.of(
              new Waiting(
                  "restore_window",
                  "Version 0005_x can be restored until 2026-11-22T09:00:00Z, then it is"
                      + " contracted.")),
          List.of(),
          0,
          List.of(),
          List.of());

  private PlanDocuments() {}

  private static PlanView.Document of(List<PlanView> plans, Optional<EstimateView> total) {
    return new PlanView.Document(
        plans, total, List.of(), List.of(), 0, List.of(), List.of());
  }

  private static StepView step(
      String purpose, boolean transaction, LockView lock, EstimateView estimate, String sql) {
    return new StepView(
        purpose, "sql", purpose, transaction, List.of(lock), estimate, List.of(sql));
  }

  private static EstimateView estimate(
      String work, long rows, long bytes, long millis, long wal, long disk) {
    return new EstimateView(
        work,
        rows == 0 ? Optional.empty() : Optional.of("public.t"),
        rows,
        bytes,
        new Range(millis, 5 * millis),
        new Range(wal, 2 * wal),
        new Range(disk, 3 * disk),
        "default");
  }
}
