package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import picocli.CommandLine.Command;

@Command(name = "retire", description = "Close the oldest live version; its data is kept in step.")
final class RetireCommand extends MoveCommand {

  RetireCommand(Project project) {
    super(project);
  }

  @Override
  Plan move(Engine engine, Release release) {
    return engine.retire(release);
  }

  @Override
  String outcome() {
    return "is retired. Run `phase restore` to open it again.";
  }
}
