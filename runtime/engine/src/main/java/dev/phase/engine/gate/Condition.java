package dev.phase.engine.gate;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The query of a policy. It cannot write, and it has ten seconds. */
final class Condition {

  private static final String LIMITS =
      """
      SET TRANSACTION READ ONLY;
      SET LOCAL statement_timeout = '10s'""";

  private final Connection connection;
  private final Identifier base;

  Condition(Connection connection, Identifier base) {
    this.connection = connection;
    this.base = base;
  }

  Optional<Waiting> waiting(String version, String query) {
    try {
      return holds(query)
          ? Optional.empty()
          : Optional.of(
              new Waiting(
                  "sql",
                  "Version %s stays until this is true: %s".formatted(version, query.strip())));
    } catch (SQLException e) {
      if (SqlFailure.isConnection(e)) {
        throw SqlFailure.of(e);
      }
      return Optional.of(
          new Waiting(
              "sql",
              "Version %s stays, since its query failed: %s. Correct `sql` of `contract`."
                  .formatted(version, SqlFailure.firstLine(e))));
    }
  }

  private boolean holds(String query) throws SQLException {
    connection.setAutoCommit(false);
    try {
      prepare();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        return row.next() && row.getBoolean(1);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Names mean what they mean in the base schema. */
  private void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LIMITS);
    }
    try (PreparedStatement path =
        connection.prepareStatement("SELECT set_config('search_path', quote_ident(?), true)")) {
      path.setString(1, base.value());
      path.execute();
    }
  }
}
