package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import picocli.CommandLine.Command;

@Command(name = "restore", description = "Open the last retired version again; nothing is lost.")
final class RestoreCommand extends MoveCommand {

  RestoreCommand(Project project) {
    super(project);
  }

  @Override
  Plan move(Engine engine, Release release) {
    return engine.restore(release);
  }

  @Override
  String outcome() {
    return "is live again. Run `phase retire` to close it.";
  }
}
