package dev.phase.backfill;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The workers of one run in this process. One that is alone works in the thread that calls. */
final class Crew {

  private final Supplier<Worker> workers;
  private final int size;

  Crew(Supplier<Worker> workers, int size) {
    this.workers = workers;
    this.size = size;
  }

  /** The first worker that ends by itself ends the others, with their present batches. */
  Outcome run(StopSignal stop) {
    return size == 1 ? workers.get().run(stop) : runAll(stop);
  }

  private Outcome runAll(StopSignal stop) {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    CompletionService<Outcome> running = new ExecutorCompletionService<>(threads);
    for (int i = 0; i < size; i++) {
      running.submit(() -> workers.get().run(StopSignal.either(over::get, stop)));
    }
    threads.shutdown();
    Outcome outcome = Outcome.STOPPED;
    RuntimeException failure = null;
    boolean interrupted = false;
    for (int ended = 0; ended < size; ) {
      try {
        Outcome one = running.take().get();
        ended++;
        outcome = outcome == Outcome.STOPPED ? one : outcome;
        over.compareAndSet(false, one != Outcome.STOPPED);
      } catch (ExecutionException e) {
        ended++;
        over.set(true);
        failure = failure == null ? unchecked(e.getCause()) : failure;
      } catch (InterruptedException e) {
        interrupted = true;
        over.set(true);
        threads.shutdownNow();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return outcome;
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
