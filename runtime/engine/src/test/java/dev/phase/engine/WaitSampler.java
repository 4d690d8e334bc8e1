package dev.phase.engine;

import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks again and again who waits for a lock, and for how long by the server's clock. */
final class WaitSampler implements AutoCloseable, Runnable {

  private static final String LONGEST =
      """
      SELECT coalesce(max(waited) FILTER (WHERE application_name = 'phase' AND NOT concurrent), 0)
               AS phase,
             coalesce(max(waited) FILTER (WHERE application_name <> 'phase' AND behind_phase), 0)
               AS applications
      FROM (
        SELECT application_name, query LIKE '%CONCURRENTLY%' AS concurrent,
               (extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS waited,
               EXISTS (
                 SELECT FROM pg_stat_activity b
                 WHERE b.application_name = 'phase' AND b.pid = ANY (pg_blocking_pids(a.pid)))
                 AS behind_phase
        FROM pg_stat_activity a
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active') w""";

  private final Database database;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile long phase;
  private volatile long applications;

  WaitSampler(Database database) {
    this.database = database;
    Thread thread = new Thread(this, "wait-sampler");
    thread.setDaemon(true);
    thread.start();
  }

  /** The longest wait of a statement of Phase's that others may queue behind, in milliseconds. */
  long phase() {
    return phase;
  }

  boolean sawPhaseWait() {
    return phase > 0;
  }

  /** The longest wait of anybody who waited behind Phase, in milliseconds. */
  long applications() {
    return applications;
  }

  @Override
  public void run() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      while (!stopped) {
        try (ResultSet row = statement.executeQuery(LONGEST)) {
          row.next();
          phase = Math.max(phase, row.getLong("phase"));
          applications = Math.max(applications, row.getLong("applications"));
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
