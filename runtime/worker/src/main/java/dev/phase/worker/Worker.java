package dev.phase.worker;

import dev.phase.backfill.Meter;
import dev.phase.config.Settings;
import java.util.Optional;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** One worker: a node of a clustered scheduler, whose jobs are kept in the target database. */
public final class Worker implements AutoCloseable {

  private final Scheduler scheduler;
  private final Work work;
  private final Optional<Monitor> monitor;

  private Worker(Scheduler scheduler, Work work, Optional<Monitor> monitor) {
    this.scheduler = scheduler;
    this.work = work;
    this.monitor = monitor;
  }

  /** Begins to look for work, in threads of its own. */
  public static Worker start(Settings settings, WorkerOptions options) {
    // Without it, none of what measures is even loaded.
    Optional<Monitor> monitor = options.metricsPort().map(port -> Monitor.open(settings, port));
    try {
      Meter meter = monitor.<Meter>map(Monitor::metrics).orElse(Meter.NONE);
      Work work = new Work(settings, options, meter);
      QuartzTables.create(settings);
      Scheduler scheduler = Schedulers.create(settings, options, work);
      Jobs.schedule(scheduler, options);
      scheduler.start();
      monitor.ifPresent(open -> open.watch(scheduler, work));
      return new Worker(scheduler, work, monitor);
    } catch (SchedulerException e) {
      monitor.ifPresent(Monitor::close);
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      monitor.ifPresent(Monitor::close);
      throw e;
    }
  }

  /** Where metrics and health are told; absent where nobody asked for them. */
  public Optional<Integer> metricsPort() {
    return monitor.map(Monitor::port);
  }

  /** Ends the work after its present steps and batches; callable from any thread. */
  public void stop() {
    work.stop();
  }

  /** Waits until they have ended. */
  @Override
  public void close() {
    stop();
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    } finally {
      monitor.ifPresent(Monitor::close);
    }
  }
}
