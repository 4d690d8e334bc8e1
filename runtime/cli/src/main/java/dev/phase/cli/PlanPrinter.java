package dev.phase.cli;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.gate.Waiting;
import java.util.List;

/** Shows what an advance would do to a reader. */
final class PlanPrinter {

  private final Console console;

  PlanPrinter(Console console) {
    this.console = console;
  }

  void print(PlanView.Document document) {
    if (document.plans().isEmpty()) {
      console.print("Nothing to do: the database has every change, and no version can move.");
    }
    String before = "";
    for (PlanView plan : document.plans()) {
      console.out().print(before);
      print(plan);
      before = System.lineSeparator();
    }
    document.total().filter(EstimateView::hasRows).ifPresent(this::printTotal);
    printObstacles(document);
    printWaiting(document.waiting());
  }

  private void print(PlanView plan) {
    console.print(console.bold(plan.title()));
    for (PlanView.DecisionView decision : plan.decisions()) {
      console.print("");
      prose(2, decision.text());
    }
    int number = 0;
    for (StepView step : plan.steps()) {
      number++;
      console.print("");
      print(number, step);
    }
    if (plan.steps().isEmpty()) {
      console.print("  No SQL: only the state of the version changes.");
    }
  }

  private void print(int number, StepView step) {
    console.print("  " + number + ". " + step.purpose() + console.faint(" (" + step.mode() + ")"));
    for (StepView.LockView lock : step.locks()) {
      prose(5, lock.level() + " on " + lock.relation() + ": " + lock.waiting());
    }
    prose(5, step.estimate().describe());
    for (String sql : step.sql()) {
      SqlLines.of(sql, console.width() - 7).forEach(line -> console.print("       " + line));
    }
  }

  private void printTotal(EstimateView total) {
    section("In all");
    prose(2, Words.capitalise(total.cost()) + ", without waiting.");
    prose(2, Notes.basis(total));
    prose(2, Notes.disk(total));
  }

  private void printObstacles(PlanView.Document document) {
    if (document.plans().isEmpty()
        || document.obstacles().isEmpty() && document.hiddenSessions() == 0) {
      return;
    }
    section("In the way now");
    for (Obstacle obstacle : document.obstacles()) {
      prose(2, obstacle.describe());
    }
    if (document.hiddenSessions() > 0) {
      prose(2, Notes.hidden(document.hiddenSessions()));
    }
  }

  private void printWaiting(List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    section("Waiting");
    for (Waiting wait : waiting) {
      prose(2, wait.gate() + ": " + wait.detail());
    }
  }

  private void section(String title) {
    console.print("");
    console.print(console.bold(title));
  }

  private void prose(int indent, String text) {
    for (String line : Words.lines(text, console.width() - indent)) {
      console.print(" ".repeat(indent) + line);
    }
  }
}
