package dev.phase.backfill.throttle;

import dev.phase.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.Query;

/** Reads the signals. Remembers what it takes to tell a rate. */
final class Gauges {

  private static final ClasspathSqlLocator LOCATOR = ClasspathSqlLocator.removingComments();

  private record Mark(Instant at, double position) {}

  private final Limits limits;
  private final QualifiedName table;
  private final Clock clock;
  private final LagClock lag = new LagClock();
  private Optional<Mark> last = Optional.empty();

  Gauges(Limits limits, QualifiedName table, Clock clock) {
    this.limits = limits;
    this.table = table;
    this.clock = clock;
  }

  /**
   * The value of a signal; 0 where it does not apply, as the lag of replicas that there are not.
   */
  double read(Handle handle, Signal signal) throws SQLException {
    return switch (signal) {
      case WINDOW -> limits.window().orElseThrow().contains(clock.instant()) ? 0 : 1;
      case QUERY -> query(handle);
      case REPLICA_LAG -> replicaLag(handle);
      case WAL_RATE -> walRate(number(handle, signal));
      case LOCK_WAITERS, VACUUM, WRAPAROUND ->
          sql(handle, signal)
              .bind("schema", table.schema().value())
              .bind("table", table.name().value())
              .mapTo(Double.class)
              .one();
      default -> number(handle, signal);
    };
  }

  /** This session's role, where there are values that it may not see. */
  Optional<String> hiddenFrom(Handle handle, Signal signal) {
    return signal.needsStatistics()
        ? handle
            .createQuery(
                """
                SELECT quote_ident(current_user)
                WHERE NOT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
                  AND (NOT :replicas OR EXISTS (SELECT FROM pg_catalog.pg_stat_replication))""")
            .bind("replicas", signal != Signal.ACTIVE_SESSIONS)
            .mapTo(String.class)
            .findOne()
        : Optional.empty();
  }

  private double replicaLag(Handle handle) {
    return sql(handle, Signal.REPLICA_LAG)
        .map(
            (row, context) ->
                Math.max(
                    row.getDouble("told"),
                    lag.lag(
                        clock.instant(), row.getDouble("written"), row.getDouble("replayed"))))
        .findOne()
        .orElse(0.0);
  }

  private double walRate(double position) {
    Mark now = new Mark(clock.instant(), position);
    Mark before = last.orElse(now);
    last = Optional.of(now);
    double seconds = Duration.between(before.at(), now.at()).toMillis() / 1e3;
    return seconds > 0 ? (now.position() - before.position()) / seconds : 0;
  }

  /** Sent as it stands: it is a user's. */
  private double query(Handle handle) throws SQLException {
    Connection connection = handle.getConnection();
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(limits.waitWhile().orElseThrow().sql())) {
        return row.next() && row.getBoolean(1) ? 1 : 0;
      }
    } catch (SQLException e) {
      if (!connection.isClosed()) {
        connection.rollback(before);
      }
      throw e;
    }
  }

  private static double number(Handle handle, Signal signal) {
    return sql(handle, signal).mapTo(Double.class).findOne().orElse(0.0);
  }

  private static Query sql(Handle handle, Signal signal) {
    return handle.createQuery(
        LOCATOR.locate(Signal.class, signal.name().toLowerCase(Locale.ROOT)));
  }
}
