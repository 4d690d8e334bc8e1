package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.planning.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "contract",
    description = "Remove the oldest version, which is retired, for good.")
final class ContractCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  ContractCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      Plan plan = engine.contract(release.release());
      project
          .console()
          .print(
              "Version " + plan.version() + " is gone for good. Run `phase status` to see what is left.");
    }
    return 0;
  }
}
