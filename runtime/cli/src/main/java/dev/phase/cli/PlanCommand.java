package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.engine.Engine;
import dev.phase.engine.state.Drift;
import dev.phase.planning.Plan;
import dev.phase.planning.PlanScript;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    description = "Show what the next advance would do; changes nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private OutputOption output;

  @Option(names = "--sql", description = "as a script of SQL")
  private boolean sql;

  PlanCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    List<ChangeFile> files = project.files();
    List<Plan> plans;
    try (Engine engine = project.connect(project.workLog())) {
      for (Drift drift : engine.drift()) {
        project.console().say(drift.describe() + " `phase advance` would stop; see `phase doctor`.");
      }
      plans = engine.preview(files);
    }
    if (output.isJson()) {
      project.console().print(Json.of(new PlanView.Document(PlanView.of(plans))));
    } else if (sql) {
      project.console().out().print(PlanScript.of(plans));
    } else {
      new PlanPrinter(project.console()).print(PlanView.of(plans));
    }
    return 0;
  }
}
