package dev.phase.engine.execution;

import dev.phase.plan.SqlStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How long each statement of a step may wait for a lock.
 *
 * <p>A step that holds one table and waits for another may be in a deadlock with a session that came
 * to them in the other order. PostgreSQL ends it where it is noticed first: in the session that has
 * waited for {@code deadlock_timeout}. So that this is never an application's, all waits of such a
 * step together are shorter.
 */
final class LockTimeouts {

  private static final double SHARE_OF_DEADLOCK_TIMEOUT = 0.8;

  private final Connection connection;
  private final Duration most;

  LockTimeouts(Connection connection, LockPolicy policy) {
    this.connection = connection;
    this.most = policy.timeout();
  }

  Duration of(SqlStep step) throws SQLException {
    long blocking = step.locks().stream().filter(lock -> lock.level().blocksWriters()).count();
    if (blocking < 2) {
      return most;
    }
    long each = Math.max(1, (long) (deadlockTimeout() * SHARE_OF_DEADLOCK_TIMEOUT / blocking));
    return most.toMillis() < each ? most : Duration.ofMillis(each);
  }

  private long deadlockTimeout() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet millis =
            statement.executeQuery(
                "SELECT setting::bigint FROM pg_settings WHERE name = 'deadlock_timeout'")) {
      millis.next();
      return millis.getLong(1);
    }
  }
}
