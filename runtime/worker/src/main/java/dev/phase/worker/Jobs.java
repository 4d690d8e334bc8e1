package dev.phase.worker;

import java.time.Duration;
import java.util.Date;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.spi.JobFactory;

/**
 * The jobs of a base schema: one that finishes what was begun, one that tidies up, and as many slots
 * as wanted.
 */
final class Jobs {

  private static final String SLOT = "backfill-slot-";

  private Jobs() {}

  /** Works a slice; a slot is one job, so no two processes have the same one at a time. */
  @DisallowConcurrentExecution
  static final class SliceJob implements Job {

    private final Work work;

    private SliceJob(Work work) {
      this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
      work.help();
    }
  }

  /** Finishes what was begun; it holds the base schema's lock meanwhile, so one is enough. */
  @DisallowConcurrentExecution
  static final class FinishJob implements Job {

    private final Work work;

    private FinishJob(Work work) {
      this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
      work.finish();
    }
  }

  /** Puts away what nobody else does. */
  @DisallowConcurrentExecution
  static final class TidyJob implements Job {

    private final Work work;

    private TidyJob(Work work) {
      this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
      work.tidy();
    }
  }

  static JobFactory factory(Work work) {
    return (bundle, scheduler) -> {
      Class<? extends Job> kind = bundle.getJobDetail().getJobClass();
      if (kind.equals(FinishJob.class)) {
        return new FinishJob(work);
      }
      return kind.equals(TidyJob.class) ? new TidyJob(work) : new SliceJob(work);
    };
  }

  /** Makes the jobs what this worker was told; slots above its number go. */
  static void schedule(Scheduler scheduler, WorkerOptions options) throws SchedulerException {
    schedule(scheduler, FinishJob.class, "finish", options.poll());
    schedule(scheduler, TidyJob.class, "tidy", options.upkeep());
    for (int slot = 1; slot <= WorkerOptions.MAX_SLOTS; slot++) {
      if (slot <= options.slots()) {
        schedule(scheduler, SliceJob.class, SLOT + slot, options.poll());
      } else {
        scheduler.deleteJob(job(SliceJob.class, SLOT + slot).getKey());
      }
    }
  }

  private static void schedule(
      Scheduler scheduler, Class<? extends Job> kind, String name, Duration interval)
      throws SchedulerException {
    JobDetail job = job(kind, name);
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(name)
            .forJob(job)
            .startAt(new Date())
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(interval.toMillis())
                    .withMisfireHandlingInstructionNextWithRemainingCount()
                    .repeatForever())
            .build();
    scheduler.addJob(job, true);
    if (scheduler.checkExists(trigger.getKey())) {
      scheduler.rescheduleJob(trigger.getKey(), trigger);
    } else {
      try {
        scheduler.scheduleJob(trigger);
      } catch (ObjectAlreadyExistsException e) {
        // Another worker that starts at the same moment has just done it.
      }
    }
  }

  private static JobDetail job(Class<? extends Job> kind, String name) {
    // No requestsRecovery: a recovered job may run beside itself, and the ledger needs no such help.
    return JobBuilder.newJob(kind).withIdentity(name).storeDurably().build();
  }
}
