package dev.phase.engine.gate;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.StateReader;
import dev.phase.engine.state.VersionRow;
import dev.phase.sql.Identifier;
import dev.phase.window.ClientTag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is connected. A session tells its version by the {@link ClientTag} in its application_name, which
 * any role can see; one that has none may be on any version that is read through the base schema.
 */
public final class Clients {

  private final Connection connection;
  private final Identifier base;

  Clients(Connection connection, Identifier base) {
    this.connection = connection;
    this.base = base;
  }

  /** All sessions of this database but Phase's own. */
  public List<ClientSessions> list() {
    List<VersionRow> versions = new StateReader(connection, base).versions();
    // Of other roles' sessions, backend_type and client_addr are hidden without pg_read_all_stats.
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT application_name, usename, host(client_addr), count(*)
                FROM pg_stat_activity
                WHERE datname = current_database() AND usename IS NOT NULL
                  AND pid <> pg_backend_pid() AND application_name NOT IN ('phase', 'phase proof')
                  AND coalesce(backend_type, 'client backend') = 'client backend'
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""");
        ResultSet row = query.executeQuery()) {
      List<ClientSessions> sessions = new ArrayList<>();
      while (row.next()) {
        sessions.add(read(row, versions));
      }
      return sessions;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static ClientSessions read(ResultSet row, List<VersionRow> versions)
      throws SQLException {
    String application = row.getString(1);
    Optional<String> version =
        versions.stream()
            .map(VersionRow::name)
            .filter(name -> ClientTag.names(name, application))
            .findFirst();
    return new ClientSessions(
        version,
        version
            .map(name -> application.substring(ClientTag.of(name).length()).strip())
            .orElse(application),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        row.getLong(4));
  }

  Optional<Waiting> waiting(String version) {
    boolean baseline =
        new StateReader(connection, base)
            .versions().stream()
                .anyMatch(v -> v.name().equals(version) && v.schema().isEmpty());
    List<ClientSessions> there =
        list().stream()
            .filter(s -> s.version().map(version::equals).orElse(baseline))
            .toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    ClientSessions first = there.get(0);
    return Optional.of(
        new Waiting(
            "no-clients",
            "Version %s may still be in use: %s of role %s is connected (sessions in all: %d). `phase clients` lists them; move them to a newer version."
                .formatted(
                    version,
                    first.application().isEmpty() ? "a session" : first.application(),
                    first.login(),
                    there.stream().mapToLong(ClientSessions::sessions).sum())));
  }
}
