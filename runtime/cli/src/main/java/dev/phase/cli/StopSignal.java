package dev.phase.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM, or Ctrl-C, as a request: the command may finish the batch or step that it is at, and say
 * where it stopped. The JVM then ends with the signal's own exit code, 143 or 130.
 */
final class StopSignal {

  /** Longer than any batch; Kubernetes kills after 30 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final CountDownLatch finished = new CountDownLatch(1);
  private Runnable action;
  private boolean requested;

  /** Listens to the signals of this process. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::requestAndWait, "phase-stop"));
  }

  /** What stops the present work; it is called from another thread, once at most. */
  synchronized void onRequest(Runnable stop) {
    action = stop;
    if (requested) {
      stop.run();
    }
  }

  /** Asks the command to stop. */
  synchronized void request() {
    if (!requested) {
      requested = true;
      if (action != null) {
        action.run();
      }
    }
  }

  /** The command has said its last word. */
  void finished() {
    finished.countDown();
  }

  private void requestAndWait() {
    if (finished.getCount() == 0) {
      return;
    }
    request();
    if (!canBeStopped()) {
      return;
    }
    try {
      finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean canBeStopped() {
    return action != null;
  }
}
