package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.doctor.Check;
import dev.phase.engine.verify.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "verify",
    description = {
      "Look at every converted row, and at all constraints, indexes, views and triggers,",
      "whether they are as the live versions promise; changes nothing."
    })
final class VerifyCommand implements Callable<Integer> {

  /** The whole of {@code phase verify -o json}. */
  record Document(List<Check> checks) {}

  private final Project project;

  @Mixin private OutputOption output;

  VerifyCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Verification found;
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      found = engine.inspection().verify();
    }
    if (output.isJson()) {
      project.console().print(Json.of(new Document(found.checks())));
    } else {
      new CheckPrinter(project.console()).print(found.checks());
    }
    return found.exitCode().code();
  }
}
