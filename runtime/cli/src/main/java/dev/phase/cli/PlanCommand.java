package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.engine.Engine;
import dev.phase.engine.state.Drift;
import dev.phase.problem.Problem;
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

  @Option(names = "--sql", description = "the SQL alone")
  private boolean sql;

  PlanCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    List<ChangeFile> files = project.files();
    List<PlanView> plans;
    try (Engine engine = project.connect(project.workLog())) {
      for (Drift drift : engine.drift()) {
        project.console().say(drift.describe() + " `phase advance` would stop; see `phase doctor`.");
      }
      plans = PlanView.of(engine.preview(files));
      for (Problem problem : project.locate(engine.warnings(files))) {
        project.console().say(problem.toString());
      }
    }
    PlanPrinter printer = new PlanPrinter(project.console());
    if (output.isJson()) {
      project.console().print(Json.of(new PlanView.Document(plans)));
    } else if (sql) {
      printer.printSql(plans);
    } else {
      printer.print(plans);
    }
    return 0;
  }
}
