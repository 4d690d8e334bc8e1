package dev.phase.engine.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One movement of the window; the shape of an entry of {@code phase history -o json}.
 *
 * @param move expand, publish, retire, restore, contract or rollback
 * @param changes the ids of the version's changes, in their order
 * @param live the versions that are live after it, oldest first
 * @param outcome running, done or abandoned; the last where a rollback has taken over
 * @param release the release's label
 * @param applicationVersion the version of the application that was being deployed
 * @param actor the user of the operating system
 * @param login the database's user
 * @param startedAt on the database's clock
 * @param finishedAt likewise; absent while it is not finished
 * @param failure why the last command could not finish it, or could not convert the rows of what it
 *     expanded; absent once one has
 */
public record LogEntry(
    long id,
    String move,
    String version,
    List<String> changes,
    List<String> live,
    String outcome,
    Optional<String> release,
    Optional<String> applicationVersion,
    String actor,
    String login,
    String host,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<String> failure) {

  public LogEntry {
    changes = List.copyOf(changes);
    live = List.copyOf(live);
  }

  static LogEntry read(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getLong("id"),
        word(row.getString("move")),
        row.getString("version"),
        texts(row, "changes"),
        texts(row, "live"),
        word(row.getString("state")),
        Optional.ofNullable(row.getString("release")),
        Optional.ofNullable(row.getString("application_version")),
        row.getString("actor"),
        row.getString("login"),
        row.getString("host"),
        row.getTimestamp("started_at").toInstant(),
        StateReader.instant(row.getTimestamp("finished_at")),
        Optional.ofNullable(row.getString("failure")));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
