package dev.phase.worker;

import dev.phase.config.Settings;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** One worker: a node of a clustered scheduler, whose jobs are kept in the target database. */
public final class Worker implements AutoCloseable {

  private final Scheduler scheduler;
  private final Work work;

  private Worker(Scheduler scheduler, Work work) {
    this.scheduler = scheduler;
    this.work = work;
  }

  /** Begins to look for work, in threads of its own. */
  public static Worker start(Settings settings, WorkerOptions options) {
    Work work = new Work(settings, options);
    try {
      QuartzTables.create(settings);
      Scheduler scheduler = Schedulers.create(settings, options, work);
      Jobs.schedule(scheduler, options);
      scheduler.start();
      return new Worker(scheduler, work);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
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
    }
  }
}
