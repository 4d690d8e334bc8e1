package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.LogEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

@Command(
    name = "history",
    description = "Show the deployment log: who moved which version, when, and how it ended.")
final class HistoryCommand implements Callable<Integer> {

  /** The whole of {@code phase history -o json}. */
  record Document(List<LogEntry> history) {}

  private final Project project;

  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "50",
      description = "how many movements to show, newest first (default: ${DEFAULT-VALUE})")
  private int limit;

  HistoryCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit is " + limit + ". Give a number from 1 on.");
    }
    List<LogEntry> history;
    try (Engine engine = project.connect(Listener.NONE)) {
      history = engine.inspection().history(limit);
    }
    if (output.isJson()) {
      project.console().print(Json.of(new Document(history)));
    } else {
      new HistoryPrinter(project.console()).print(history);
    }
    return 0;
  }
}
