package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.doctor.Check;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Look for what would stand in the way: privileges, locks, drift.")
final class DoctorCommand implements Callable<Integer> {

  /** The whole of {@code phase doctor -o json}. */
  record Document(List<Check> checks) {}

  private final Project project;

  @Mixin private OutputOption output;

  @Option(
      names = "--application",
      paramLabel = "ROLE",
      description = "look at the privileges of this role of an application, too")
  private String application;

  @Option(
      names = "--console",
      paramLabel = "ROLE",
      description = "look at the privileges of this role that only looks, too")
  private String console;

  @Option(
      names = "--accept-drift",
      description = "take what somebody else has changed for what should be there")
  private boolean acceptDrift;

  DoctorCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    List<Check> checks;
    try (Engine engine = project.connect(Listener.NONE)) {
      if (acceptDrift) {
        engine.acceptDrift(new ReleaseOptions().release());
      }
      checks =
          engine.inspection().examine(
              Optional.ofNullable(application).map(Identifier::of),
              Optional.ofNullable(console).map(Identifier::of));
    }
    if (output.isJson()) {
      project.console().print(Json.of(new Document(checks)));
    } else {
      new CheckPrinter(project.console()).print(checks);
    }
    for (Check check : checks) {
      if (check.result() == Check.Result.PROBLEM) {
        return ExitCode.GATE.code();
      }
    }
    return ExitCode.OK.code();
  }
}
