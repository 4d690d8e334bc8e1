package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.planning.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "retire",
    description = "Close the oldest live version; its data is kept in step.")
final class RetireCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  RetireCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      Plan plan = engine.retire(release.release());
      project
          .console()
          .print(
              "Version " + plan.version() + " is retired. Run `phase restore` to open it again.");
    }
    return 0;
  }
}
