package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "approve",
    description = {
      "Agree that a version goes, where `contract.require` asks for it.",
      "The next advance retires it when its other gates hold too."
    })
final class ApproveCommand implements Callable<Integer> {

  private final Project project;

  @Parameters(paramLabel = "VERSION", description = "the version that may go")
  private String version;

  @Option(names = "--withdraw", description = "take an approval back")
  private boolean withdraw;

  ApproveCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(Listener.NONE)) {
      project.console().print("Version " + version + " " + outcome(engine));
    }
    return 0;
  }

  private String outcome(Engine engine) {
    if (withdraw) {
      return engine.withdrawApproval(version) ? "is not approved any more." : "was not approved.";
    }
    boolean first = engine.approve(version, new ReleaseOptions().release());
    return first ? "is approved: it goes when its other gates hold." : "had been approved before.";
  }
}
