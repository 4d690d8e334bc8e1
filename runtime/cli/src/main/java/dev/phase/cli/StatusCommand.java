package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.execution.Listener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show the versions, the backfills and what waits.")
final class StatusCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private OutputOption output;

  StatusCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Status status;
    try (Engine engine = project.connect(Listener.NONE)) {
      status = engine.inspection().status();
    }
    if (output.isJson()) {
      project.console().print(Json.of(status));
    } else {
      new StatusPrinter(project.console()).print(status);
    }
    return 0;
  }
}
