package dev.phase.cli;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import java.util.ArrayList;
import java.util.List;

/** A plan for a pull request: a table for each movement, its SQL folded away. */
final class PlanMarkdown {

  private final StringBuilder text = new StringBuilder();

  private PlanMarkdown() {}

  static String of(PlanView.Document document) {
    PlanMarkdown markdown = new PlanMarkdown();
    markdown.add(document);
    return markdown.text.toString();
  }

  private void add(PlanView.Document document) {
    line("### What `phase advance` will do");
    line("");
    if (document.plans().isEmpty()) {
      line("Nothing: the database has every change, and no version can move.");
    }
    document.plans().forEach(this::add);
    document.total().filter(EstimateView::hasRows).ifPresent(this::add);
    List<String> concerns = concerns(document);
    if (!concerns.isEmpty()) {
      line("");
      line("**Look at this first**");
      line("");
      concerns.forEach(concern -> line("- " + escape(concern)));
    }
    if (!document.waiting().isEmpty()) {
      line("");
      line("**Waiting**");
      line("");
      for (Waiting wait : document.waiting()) {
        line("- " + escape(wait.gate() + ": " + wait.detail()));
      }
    }
  }

  private static List<String> concerns(PlanView.Document document) {
    List<String> concerns = new ArrayList<>();
    for (LintFinding warning : document.warnings()) {
      concerns.add(warning.place() + ": " + warning.what() + " " + warning.remedy());
    }
    for (Drift drift : document.drift()) {
      concerns.add(drift.describe() + " `phase advance` would stop.");
    }
    if (!document.plans().isEmpty()) {
      for (Obstacle obstacle : document.obstacles()) {
        concerns.add(obstacle.describe());
      }
    }
    return concerns;
  }

  private void add(PlanView plan) {
    line("**" + escape(plan.title()) + "**");
    line("");
    if (plan.steps().isEmpty()) {
      line("No SQL: only the state of the version changes.");
      line("");
      return;
    }
    for (PlanView.DecisionView decision : plan.decisions()) {
      line("- " + escape(decision.text()));
    }
    if (!plan.decisions().isEmpty()) {
      line("");
    }
    line("| | step | locks | meanwhile | rows | time | WAL | disk |");
    line("| ---: | --- | --- | --- | ---: | --- | --- | --- |");
    int number = 0;
    for (StepView step : plan.steps()) {
      number++;
      line(row(number, step));
    }
    line("");
    line("<details><summary>SQL</summary>");
    line("");
    addSql(plan);
    line("");
    line("</details>");
    line("");
  }

  private static String row(int number, StepView step) {
    EstimateView estimate = step.estimate();
    List<String> locks = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (StepView.LockView lock : step.locks()) {
      locks.add(lock.level() + " on " + lock.relation());
      waiting.add(lock.waiting());
    }
    return "| %d | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            number,
            escape(step.purpose() + ", " + step.mode()),
            escape(String.join("\n", locks)),
            escape(String.join("\n", waiting)),
            estimate.hasRows() ? Words.grouped(estimate.rows()) : "–",
            time(estimate),
            estimate.walBytes().isNothing() ? "–" : Amounts.bytes(estimate.walBytes()),
            estimate.diskBytes().isNothing() ? "–" : Amounts.bytes(estimate.diskBytes()));
  }

  private static String time(EstimateView estimate) {
    return switch (estimate.work()) {
      case "unknown" -> "unknown";
      case "catalog" -> "a moment";
      default -> Amounts.time(estimate.millis());
    };
  }

  private void addSql(PlanView plan) {
    String fence = "```";
    for (StepView step : plan.steps()) {
      while (String.join("\n", step.sql()).contains(fence)) {
        fence += "`";
      }
    }
    line(fence + "sql");
    int number = 0;
    for (StepView step : plan.steps()) {
      number++;
      line((number == 1 ? "" : "\n") + "-- " + number + ". " + step.purpose());
      for (String sql : step.sql()) {
        line(sql.endsWith(";") ? sql : sql + ";");
      }
    }
    line(fence);
  }

  private void add(EstimateView total) {
    line("**In all**: " + total.cost() + ", without waiting. " + Notes.basis(total) + " "
        + Notes.disk(total));
  }

  /** Text in which nothing but backquotes means anything to Markdown. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\|*_[]<>#~".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' ? "<br>" : c);
    }
    return escaped.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
