package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import picocli.CommandLine.Command;

@Command(name = "contract", description = "Remove the oldest version, which is retired, for good.")
final class ContractCommand extends MoveCommand {

  ContractCommand(Project project) {
    super(project);
  }

  @Override
  Plan move(Engine engine, Release release) {
    return engine.contract(release);
  }

  @Override
  String outcome() {
    return "is gone for good. Run `phase status` to see what is left.";
  }
}
