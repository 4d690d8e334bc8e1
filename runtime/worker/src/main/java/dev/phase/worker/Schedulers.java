package dev.phase.worker;

import dev.phase.config.Settings;
import java.util.Properties;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Schedulers whose store is in the target database, shared by all workers of a base schema. */
final class Schedulers {

  private static final String STORE = "org.quartz.jobStore.";

  private Schedulers() {}

  /** Quartz keeps one of each name in a process; here each worker has its own. */
  static synchronized Scheduler create(Settings settings, WorkerOptions options, Work work)
      throws SchedulerException {
    String name = name(settings);
    String source = name + " " + System.nanoTime();
    DBConnectionManager.getInstance().addConnectionProvider(source, new Pool(settings));
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    properties.setProperty("org.quartz.threadPool.threadCount", threads(options));
    properties.setProperty(STORE + "class", JobStoreTX.class.getName());
    properties.setProperty(STORE + "driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty(STORE + "dataSource", source);
    properties.setProperty(STORE + "tablePrefix", QuartzTables.PREFIX);
    properties.setProperty(STORE + "isClustered", "true");
    properties.setProperty(STORE + "clusterCheckinInterval", "5000");
    properties.setProperty(STORE + "acquireTriggersWithinLock", "true");
    properties.setProperty(STORE + "useProperties", "true");
    SchedulerRepository.getInstance().remove(name);
    Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.setJobFactory(Jobs.factory(work));
    return scheduler;
  }

  /** Of the scheduler that all workers of a base schema are nodes of. */
  static String name(Settings settings) {
    return "phase " + settings.schema().value();
  }

  /** Every slot, the job that finishes and the one that tidies up. */
  private static String threads(WorkerOptions options) {
    return Integer.toString(options.slots() + 2);
  }
}
