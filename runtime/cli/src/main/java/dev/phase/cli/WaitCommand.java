package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.WaitFor;
import dev.phase.engine.execution.Listener;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "wait",
    description = "Wait until a version is live or its rows are converted; changes nothing.")
final class WaitCommand implements Callable<Integer> {

  /** What to wait for, as flags spell it. */
  enum For {
    live,
    backfilled
  }

  private final Project project;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "the version; the newest in the change files by default")
  private String version;

  @Option(
      names = "--for",
      paramLabel = "STATE",
      defaultValue = "live",
      description = "live (default) or backfilled")
  private For what;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = DurationConverter.class,
      description = "how long at most, such as 90s; 5m by default")
  private Duration timeout;

  WaitCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    String awaited = version == null ? project.versions().newest() : version;
    try (Engine engine = project.connect(Listener.NONE)) {
      engine.awaitVersion(
          awaited, WaitFor.valueOf(what.name().toUpperCase(Locale.ROOT)), timeout);
    }
    project.console().print("Version " + awaited + " is " + what + ".");
    return 0;
  }
}
