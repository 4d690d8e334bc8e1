package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import picocli.CommandLine.Command;

@Command(name = "rollback", description = "Remove the newest version; the older ones lose nothing.")
final class RollbackCommand extends MoveCommand {

  RollbackCommand(Project project) {
    super(project);
  }

  @Override
  Plan move(Engine engine, Release release) {
    return engine.rollback(release);
  }

  @Override
  String outcome() {
    return "is rolled back. Correct its change files, or remove them.";
  }
}
