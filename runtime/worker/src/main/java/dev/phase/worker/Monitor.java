package dev.phase.worker;

import dev.phase.config.Settings;
import java.time.Clock;
import java.util.Optional;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** How a worker is seen from outside: its metrics, its health, and where they are told. */
final class Monitor implements Health, AutoCloseable {

  private final LedgerProbe ledger;
  private final Metrics metrics;
  private final Endpoint endpoint;
  private volatile Optional<Scheduler> scheduler = Optional.empty();
  private volatile Optional<Work> work = Optional.empty();

  private Monitor(Settings settings, int port) {
    Clock clock = Clock.systemUTC();
    this.ledger = new LedgerProbe(settings, clock);
    this.metrics = new Metrics(settings.schema().value(), ledger, clock);
    this.endpoint = Endpoint.open(port, metrics::text, this);
  }

  /**
   * Begins to answer, before there is anything to tell, so that a port that is taken ends the start.
   */
  static Monitor open(Settings settings, int port) {
    return new Monitor(settings, port);
  }

  /** The worker has begun. */
  void watch(Scheduler started, Work begun) {
    scheduler = Optional.of(started);
    work = Optional.of(begun);
  }

  Metrics metrics() {
    return metrics;
  }

  int port() {
    return endpoint.port();
  }

  @Override
  public Optional<String> notAlive() {
    try {
      return scheduler.isPresent() && scheduler.get().isShutdown()
          ? Optional.of("The scheduler has ended.")
          : Optional.empty();
    } catch (SchedulerException e) {
      return Optional.of("The scheduler does not answer: " + e.getMessage());
    }
  }

  @Override
  public Optional<String> notReady() {
    if (work.isEmpty()) {
      return Optional.of("The worker is starting.");
    }
    if (work.get().isStopped()) {
      return Optional.of("The worker is stopping.");
    }
    return notAlive()
        .or(
            () ->
                ledger.read().isPresent()
                    ? Optional.empty()
                    : Optional.of("The database cannot be read: " + ledger.problem()));
  }

  @Override
  public void close() {
    endpoint.close();
    metrics.close();
  }
}
