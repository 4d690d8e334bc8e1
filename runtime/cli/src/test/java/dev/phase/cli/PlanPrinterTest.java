package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.cli.PlanView.DecisionView;
import dev.phase.cli.StepView.LockView;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanPrinterTest {

  private static final List<PlanView> PLANS =
      List.of(
          new PlanView(
              "expand",
              "0007_b",
              List.of(
                  new DecisionView(
                      "0007_b", "operations[0].alter_column",
                      "Column a of t gets a shadow column:"
                          + " index t_a would be rebuilt under ACCESS EXCLUSIVE.")),
              List.of(
                  new StepView(
                      "expand:0:t",
                      "sql",
                      "Expand table t",
                      true,
                      List.of(new LockView("t", "ACCESS EXCLUSIVE")),
                      List.of("ALTER TABLE \"t\"\n  ADD COLUMN \"b\" text")),
                  new StepView(
                      "index",
                      "sql",
                      "Build index i",
                      false,
                      List.of(new LockView("t", "SHARE UPDATE EXCLUSIVE")),
                      List.of("CREATE INDEX CONCURRENTLY \"i\" ON \"t\" (\"b\")")))),
          new PlanView(
              "publish",
              "0007_b",
              List.of(),
              List.of(
                  new StepView(
                      "backfill",
                      "backfill",
                      "Backfill table t",
                      false,
                      List.of(new LockView("t", "ROW EXCLUSIVE")),
                      List.of("UPDATE \"t\" SET \"b\" = upper(\"a\")")))),
          new PlanView("retire", "baseline", List.of(), List.of()));

  @Test
  void aReaderSeesPurposeModeLocksAndSql() {
    Terminals streams = Terminals.plain();

    new PlanPrinter(streams.console()).print(PLANS);

    assertEquals(
        """
        Expand 0007_b

          Column a of t gets a shadow column: index t_a would be rebuilt under ACCESS
          EXCLUSIVE.

          1. Expand table t (one transaction)
             ACCESS EXCLUSIVE on t
               ALTER TABLE "t"
                 ADD COLUMN "b" text

          2. Build index i (outside a transaction)
             SHARE UPDATE EXCLUSIVE on t
               CREATE INDEX CONCURRENTLY "i" ON "t" ("b")

        Publish 0007_b

          1. Backfill table t (in batches)
             ROW EXCLUSIVE on t
               UPDATE "t" SET "b" = upper("a")

        Retire baseline
          No SQL: only the state of the version changes.
        """,
        streams.out());
  }

  @Test
  void anEmptyPlanSaysSo() {
    Terminals streams = Terminals.plain();

    new PlanPrinter(streams.console()).print(List.of());

    assertEquals(
        "Nothing to do: the database has every change, and no version can move.\n", streams.out());
  }
}
