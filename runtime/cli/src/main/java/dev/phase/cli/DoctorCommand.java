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
      checks = engine.examine(Optional.ofNullable(application).map(Identifier::of));
    }
    if (output.isJson()) {
      project.console().print(Json.of(new Document(checks)));
    } else {
      print(checks);
    }
    for (Check check : checks) {
      if (check.result() == Check.Result.PROBLEM) {
        return ExitCode.GATE.code();
      }
    }
    return ExitCode.OK.code();
  }

  private void print(List<Check> checks) {
    Console console = project.console();
    for (Check check : checks) {
      String line = mark(check) + "  " + check.name() + ": " + check.detail();
      console.print(check.result() == Check.Result.PROBLEM ? console.red(line) : line);
      if (!check.remedy().isEmpty()) {
        console.print("         " + check.remedy().strip().replace("\n", "\n         "));
      }
    }
  }

  private static String mark(Check check) {
    return switch (check.result()) {
      case OK -> "ok     ";
      case WARNING -> "warning";
      case PROBLEM -> "problem";
    };
  }
}
