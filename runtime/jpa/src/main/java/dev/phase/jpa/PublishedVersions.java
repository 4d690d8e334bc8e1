package dev.phase.jpa;

import dev.phase.jpa.Readiness.Found;
import dev.phase.jpa.Readiness.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up a version among those that the database has. Any role may. */
record PublishedVersions(ApplicationVersion version) {

  /** What PostgreSQL says where a table or its schema is not there. */
  static final List<String> MISSING = List.of("42P01", "3F000");

  Found look(Connection connection) throws SQLException {
    Map<String, String> states;
    try {
      states = states(connection);
    } catch (SQLException e) {
      if (!MISSING.contains(e.getSQLState())) {
        throw e;
      }
      return waiting(
          "This database is not under Phase's care yet, so it has no version %s. Run `phase init` and `phase advance`."
              .formatted(version));
    }
    String state = states.get(version.name());
    if (state == null) {
      return missing(states);
    }
    return switch (state) {
      case "LIVE" -> Found.READY;
      case "RETIRED" ->
          new Found(
              Verdict.REFUSED,
              Optional.of(
                  "Version %s was retired. Run `phase restore`, or deploy a newer release."
                      .formatted(version)));
      default ->
          waiting(
              "Version %s is not published yet. Run `phase status` to see what it waits for."
                  .formatted(version));
    };
  }

  /** Versions are named in the order of their making, so one below the oldest will not come. */
  private Found missing(Map<String, String> states) {
    Optional<String> later =
        states.keySet().stream()
            .filter(name -> !name.equals(ApplicationVersion.BASELINE))
            .filter(name -> version.isBaseline() || name.compareTo(version.name()) > 0)
            .findFirst();
    return later
        .map(
            newer ->
                new Found(
                    Verdict.REFUSED,
                    Optional.of(
                        "This database has no version %s, but already %s. Deploy a release that was built for one of %s."
                            .formatted(version, newer, states.keySet()))))
        .orElseGet(
            () ->
                waiting(
                    "This database has no version %s yet. Run `phase advance` with the change files of this release."
                        .formatted(version)));
  }

  private static Found waiting(String message) {
    return new Found(Verdict.WAITING, Optional.of(message));
  }

  /** From version to state, oldest first. */
  private Map<String, String> states(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT name, state FROM phase.version WHERE base_schema = ? ORDER BY position")) {
      query.setString(1, version.baseSchema().value());
      try (ResultSet rows = query.executeQuery()) {
        Map<String, String> states = new LinkedHashMap<>();
        while (rows.next()) {
          states.put(rows.getString("name"), rows.getString("state"));
        }
        return states;
      }
    }
  }
}
