package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.planning.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "restore",
    description = "Open the last retired version again; nothing is lost.")
final class RestoreCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  RestoreCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      Plan plan = engine.restore(release.release());
      project
          .console()
          .print(
              "Version " + plan.version() + " is live again. Run `phase retire` to close it.");
    }
    return 0;
  }
}
