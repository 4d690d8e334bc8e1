package dev.phase.cli;

import dev.phase.backfill.Overrides;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "set", description = "Change settings of one backfill while it runs.")
final class BackfillSetCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "as `phase backfill list` shows it")
  private String id;

  @Option(names = "--batch-rows", paramLabel = "NUMBER", description = "most rows of a batch")
  private Integer batchRows;

  @Option(
      names = "--batch-time",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long a batch should take, such as 100ms")
  private Duration batchTime;

  @Option(
      names = "--pause",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "rest between two batches")
  private Duration pause;

  BackfillSetCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Overrides overrides =
        new Overrides(
            Optional.ofNullable(batchRows),
            Optional.ofNullable(batchTime),
            Optional.ofNullable(pause));
    if (overrides.equals(Overrides.NONE)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is nothing to set. Give --batch-rows, --batch-time or --pause.");
    }
    try (Engine engine = project.connect(Listener.NONE)) {
      engine.backfills().set(id, overrides, BackfillAskCommand.actor());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    project.console().print("Backfill " + id + " follows with its next batch.");
    return 0;
  }
}
