package dev.phase.cli;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.worker.Worker;
import dev.phase.worker.WorkerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "worker",
    description = {
      "Work on backfills, and finish what `phase advance --detach` has begun.",
      "Any number of workers share the work; it runs until it is stopped."
    })
final class WorkerCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Option(
      names = "--slots",
      paramLabel = "NUMBER",
      defaultValue = "4",
      description = "on how many chunks all workers together work at once; 4 by default")
  private int slots;

  @Option(
      names = "--poll",
      paramLabel = "DURATION",
      defaultValue = "15s",
      converter = DurationConverter.class,
      description = "how often to look for work; 15s by default")
  private Duration poll;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "tell Prometheus and probes here how the work goes; 0 for any free port")
  private Integer metricsPort;

  WorkerCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws InterruptedException {
    WorkerOptions options = options();
    project.connect(Listener.NONE).close();
    CountDownLatch stopped = new CountDownLatch(1);
    try (Worker worker = Worker.start(project.settings(), options)) {
      project.stopSignal().onRequest(
          () -> {
            worker.stop();
            stopped.countDown();
          });
      project.console().say("Waiting for work, with " + Words.count(slots, "slot") + ".");
      worker
          .metricsPort()
          .ifPresent(port -> project.console().say("Metrics are at port " + port + "."));
      stopped.await();
    }
    return ExitCode.STOPPED.code();
  }

  private WorkerOptions options() {
    try {
      return new WorkerOptions(
          slots,
          poll,
          Optional.ofNullable(metricsPort).or(() -> project.settings().worker().metricsPort()),
          new ReleaseOptions().release(),
          project.console()::say);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
