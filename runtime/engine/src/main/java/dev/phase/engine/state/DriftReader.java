package dev.phase.engine.state;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds what somebody else has done to Phase's objects since it last moved the window. */
public final class DriftReader {

  private static final String DRIFT =
      """
      SELECT kind, definition, present,
             concat_ws('.', nullif(quote_ident(schema_name), quote_ident(name)),
                       quote_ident(name), nullif(quote_ident(part), '""')) AS name
      FROM phase.object
        CROSS JOIN LATERAL phase.definition(kind, schema_name, name, part) AS d (present)
      WHERE base_schema = ?
        AND (present IS NULL
             OR present <> definition
                AND server_major = current_setting('server_version_num')::int / 10000)
        AND (SELECT max(id) FROM phase.plan p WHERE p.base_schema = object.base_schema)
            = (SELECT objects_after FROM phase.project p
               WHERE p.base_schema = object.base_schema)
      ORDER BY kind, schema_name, object.name, part""";

  private final Connection connection;
  private final String base;

  /**
   * @param connection in autocommit
   */
  public DriftReader(Connection connection, Identifier baseSchema) {
    this.connection = connection;
    this.base = baseSchema.value();
  }

  /**
   * What has changed; nothing while a movement is unfinished, or another session has locked a table.
   * Another release of the server may print definitions differently, so after an upgrade only what is
   * gone counts.
   */
  public List<Drift> read() {
    try {
      connection.setAutoCommit(false);
      try (Statement limit = connection.createStatement()) {
        limit.execute("SET LOCAL lock_timeout = '1s'");
        return query();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      if (SqlFailure.isPassing(e)) {
        return List.of();
      }
      throw SqlFailure.of(e);
    }
  }

  private List<Drift> query() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DRIFT)) {
      statement.setString(1, base);
      try (ResultSet row = statement.executeQuery()) {
        List<Drift> drift = new ArrayList<>();
        while (row.next()) {
          drift.add(Drift.read(row));
        }
        return drift;
      }
    }
  }
}
