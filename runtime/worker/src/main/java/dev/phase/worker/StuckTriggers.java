package dev.phase.worker;

import dev.phase.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Triggers that the scheduler has forgotten: they are taken or in error, and nobody runs their job.
 * Its own recovery sees only those of nodes that it knows.
 */
final class StuckTriggers {

  private static final String LOCK =
      """
      SELECT FROM phase.qrtz_locks WHERE sched_name = ? AND lock_name = 'TRIGGER_ACCESS'
      FOR UPDATE""";

  private static final String FREE =
      """
      UPDATE phase.qrtz_triggers AS stuck
      SET trigger_state = 'WAITING'
      WHERE sched_name = ? AND trigger_state IN ('ACQUIRED', 'BLOCKED', 'ERROR')
        AND next_fire_time < ?
        AND NOT EXISTS (
          SELECT
          FROM phase.qrtz_fired_triggers AS fired
          WHERE fired.sched_name = stuck.sched_name
            AND (fired.trigger_name = stuck.trigger_name OR fired.job_name = stuck.job_name))""";

  private StuckTriggers() {}

  /**
   * Lets them fire again.
   *
   * @param overdue for how long they should have fired
   * @return how many
   */
  static int free(Settings settings, Duration overdue) throws SQLException {
    String scheduler = Schedulers.name(settings);
    try (Connection connection =
        DriverManager.getConnection(settings.jdbcUrl(), settings.login())) {
      connection.setAutoCommit(false);
      try (PreparedStatement lock = connection.prepareStatement(LOCK);
          PreparedStatement free = connection.prepareStatement(FREE)) {
        lock.setString(1, scheduler);
        lock.execute();
        free.setString(1, scheduler);
        free.setLong(2, System.currentTimeMillis() - overdue.toMillis());
        int freed = free.executeUpdate();
        connection.commit();
        return freed;
      }
    }
  }
}
