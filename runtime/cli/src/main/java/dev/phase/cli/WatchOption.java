package dev.phase.cli;

import dev.phase.engine.Status;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** {@code --watch}: shows it again and again, until nothing moves by itself any more. */
final class WatchOption {

  private static final Set<String> MOVING = Set.of("queued", "running", "verifying");

  @Option(names = "--watch", description = "show it every second, for as long as one is at work")
  private boolean watch;

  /** Shows it once. */
  @FunctionalInterface
  interface View {
    /** Returns whether nothing is going on any more. */
    boolean show();
  }

  void run(Project project, View view) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    if (watch) {
      project.stopSignal().onRequest(stopped::countDown);
    }
    while (!view.show() && watch && !stopped.await(1, TimeUnit.SECONDS)) {
      project.console().print("");
    }
  }

  static boolean isOver(Status.BackfillStatus run) {
    return !MOVING.contains(run.state());
  }
}
