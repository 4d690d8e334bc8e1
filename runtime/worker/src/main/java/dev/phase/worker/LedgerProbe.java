package dev.phase.worker;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.RunSnapshot;
import dev.phase.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Reads the ledger for those who look from outside. Thread-safe; it reads at most once a second. */
final class LedgerProbe {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final String PATIENCE_SECONDS = "5";

  /** Of the scheduler's nodes, those that have checked in lately; they do so every five seconds. */
  private static final String WORKERS =
      """
      SELECT count(*)
      FROM (SELECT last_checkin_time, max(last_checkin_time) OVER () AS newest
            FROM phase.qrtz_scheduler_state
            WHERE sched_name = ?) AS node
      WHERE last_checkin_time > newest - 20000""";

  /**
   * What there was.
   *
   * @param runs those of the base schema
   * @param workers workers of the base schema that are alive
   */
  record Reading(List<RunSnapshot> runs, long workers) {}

  private record Look(Instant at, Optional<Reading> reading, String problem) {}

  private final Settings settings;
  private final Clock clock;
  private Look last = new Look(Instant.MIN, Optional.empty(), "");

  LedgerProbe(Settings settings, Clock clock) {
    this.clock = clock;
    this.settings = settings;
  }

  /** Absent where the database cannot be read. */
  synchronized Optional<Reading> read() {
    if (last.at().isBefore(clock.instant().minus(FRESH))) {
      last = look();
    }
    return last.reading();
  }

  /** Why the last look has seen nothing. */
  synchronized String problem() {
    return last.problem();
  }

  private Look look() {
    try (Connection connection = connect()) {
      String prefix = settings.schema() + "/";
      List<RunSnapshot> runs =
          Backfill.list(connection).stream()
              .filter(run -> run.id().startsWith(prefix))
              .toList();
      return new Look(clock.instant(), Optional.of(new Reading(runs, workers(connection))), "");
    } catch (SQLException e) {
      String problem = e.getMessage().lines().findFirst().orElse("");
      return new Look(clock.instant(), Optional.empty(), problem);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = settings.login();
    properties.setProperty("ApplicationName", "phase");
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    return DriverManager.getConnection(settings.jdbcUrl(), properties);
  }

  private long workers(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WORKERS)) {
      statement.setString(1, Schedulers.name(settings));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
