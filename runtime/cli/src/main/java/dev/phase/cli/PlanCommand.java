package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.engine.Engine;
import dev.phase.engine.Forecast;
import dev.phase.engine.state.Drift;
import dev.phase.planning.PlanScript;
import dev.phase.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = {
      "Show what the next advance would do to the database: every step with its SQL, its locks,",
      "who waits for them, and what it will cost; what is in the way. Changes nothing."
    })
final class PlanCommand implements Callable<Integer> {

  /** How a result is written. */
  enum Format {
    text,
    json,
    markdown
  }

  private final Project project;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, or markdown for a pull request; alone on standard output")
  private Format format;

  @Option(names = "--sql", description = "as a script of SQL")
  private boolean sql;

  PlanCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Forecast forecast;
    List<Drift> drifted;
    try (Engine engine = project.connect(project.workLog())) {
      List<ChangeFile> files = project.files(engine);
      drifted = engine.inspection().drift();
      for (Drift drift : drifted) {
        project
            .console()
            .say(drift.describe() + " `phase advance` would stop; see `phase doctor`.");
      }
      forecast = engine.inspection().forecast(files);
    }
    List<Problem> warnings = project.locate(forecast.warnings());
    for (Problem problem : warnings) {
      project.console().say(problem.toString());
    }
    if (sql && format == Format.text) {
      project.console().out().print(PlanScript.of(forecast.plans()));
    } else {
      print(PlanView.Document.of(forecast, drifted, findings(warnings)));
    }
    return 0;
  }

  private void print(PlanView.Document document) {
    switch (format) {
      case text -> new PlanPrinter(project.console()).print(document);
      case json -> project.console().print(Json.of(document));
      case markdown -> project.console().out().print(PlanMarkdown.of(document));
    }
  }

  private static List<LintFinding> findings(List<Problem> warnings) {
    List<LintFinding> findings = new ArrayList<>();
    for (Problem problem : warnings) {
      findings.add(LintFinding.warning("round-trip-rows", problem));
    }
    return findings;
  }
}
