package dev.phase.engine.activity;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlResource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for long transactions and old snapshots, oldest first. Of other roles' sessions the times
 * are hidden without {@code pg_read_all_stats}; then none of them is found.
 */
public final class Obstacles {

  private static final String QUERY = SqlResource.text(Obstacles.class, "obstacles.sql");

  private static final String HIDDEN =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND query = '<insufficient privilege>'""";

  private final Connection connection;

  public Obstacles(Connection connection) {
    this.connection = connection;
  }

  /** Every transaction that is older than a minute, and what keeps old rows. */
  public List<Obstacle> find() {
    return find(Set.of(), Duration.ofMinutes(1));
  }

  /**
   * The same, and every transaction that has locked one of these tables for longer.
   *
   * @param patience how long a lock is no obstacle
   */
  public List<Obstacle> find(Set<QualifiedName> tables, Duration patience) {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setArray(1, names(tables, QualifiedName::schema));
      statement.setArray(2, names(tables, QualifiedName::name));
      statement.setLong(3, patience.toMillis());
      try (ResultSet row = statement.executeQuery()) {
        List<Obstacle> obstacles = new ArrayList<>();
        while (row.next()) {
          obstacles.add(obstacle(row));
        }
        return obstacles;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** How many sessions cannot be judged for want of a privilege. */
  public int hidden() {
    try (PreparedStatement statement = connection.prepareStatement(HIDDEN);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private Array names(Set<QualifiedName> tables, Function<QualifiedName, Identifier> part)
      throws SQLException {
    return connection.createArrayOf(
        "text", tables.stream().map(part).map(Identifier::value).toArray());
  }

  private static Obstacle obstacle(ResultSet row) throws SQLException {
    Instant since = row.getTimestamp("since").toInstant();
    return new Obstacle(
        Obstacle.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("user_name"),
        row.getString("application"),
        row.getString("state"),
        since.truncatedTo(ChronoUnit.SECONDS),
        row.getLong("seconds"),
        row.getString("query"),
        List.of((String[]) row.getArray("locks").getArray()));
  }
}
