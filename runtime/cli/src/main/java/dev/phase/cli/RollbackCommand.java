package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.planning.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rollback",
    description = "Remove the newest version; the older ones lose nothing.")
final class RollbackCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  RollbackCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      Plan plan = engine.rollback(release.release());
      project
          .console()
          .print(
              "Version " + plan.version() + " is rolled back. Correct its change files, or remove them.");
    }
    return 0;
  }
}
