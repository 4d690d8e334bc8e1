package dev.phase.cli;

import java.util.List;

/** Shows what an advance would do to a reader. */
final class PlanPrinter {

  private static final int WIDTH = 80;

  private final Console console;

  PlanPrinter(Console console) {
    this.console = console;
  }

  void print(List<PlanView> plans) {
    if (plans.isEmpty()) {
      console.print("Nothing to do: the database has every change, and no version can move.");
    }
    String before = "";
    for (PlanView plan : plans) {
      console.out().print(before);
      print(plan);
      before = System.lineSeparator();
    }
  }

  private void print(PlanView plan) {
    console.print(console.bold(Words.capitalise(plan.move()) + " " + plan.version()));
    for (PlanView.DecisionView decision : plan.decisions()) {
      console.print("");
      Words.lines(decision.text(), WIDTH - 2).forEach(line -> console.print("  " + line));
    }
    int number = 0;
    for (StepView step : plan.steps()) {
      number++;
      console.print("");
      console.print("  " + number + ". " + step.purpose() + console.faint(" (" + mode(step) + ")"));
      for (StepView.LockView lock : step.locks()) {
        console.print("     " + lock.level() + " on " + lock.relation());
      }
      for (String sql : step.sql()) {
        console.print(indent(sql));
      }
    }
    if (plan.steps().isEmpty()) {
      console.print("  No SQL: only the state of the version changes.");
    }
  }

  private static String mode(StepView step) {
    if (step.isBackfill()) {
      return "in batches";
    }
    return step.transaction() ? "one transaction" : "outside a transaction";
  }

  private static String indent(String sql) {
    return "       " + sql.replace("\n", "\n       ");
  }
}
