package dev.phase.jpa;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a connection whether names on it mean the version's tables. PostgreSQL skips the entries of a
 * search_path that do not exist, so without this an application could end up on the base tables
 * without a sound.
 */
final class ConnectionCheck {

  private static final Identifier MARKER = Identifier.of("phase_version");

  private final ApplicationVersion version;
  private final String sql;

  ConnectionCheck(ApplicationVersion version) {
    this.version = version;
    this.sql = statement(version).sql();
  }

  /** One round trip, where the driver has the statement prepared. */
  private static Sql statement(ApplicationVersion version) {
    List<SqlLiteral> path = new ArrayList<>();
    for (Identifier schema : version.searchPath()) {
      path.add(new SqlLiteral(schema.value()));
    }
    Sql onPath =
        Sql.of(
            "SELECT (pg_catalog.current_schemas(false))[1:%s] = ARRAY[%s]::pg_catalog.name[]",
            new Sql(Integer.toString(path.size())),
            Sql.list(path));
    return version.isBaseline()
        ? onPath
        : Sql.of(
            "%s FROM %s WHERE version = %s AND base_schema = %s",
            onPath,
            new QualifiedName(version.schema(), MARKER),
            new SqlLiteral(version.name()),
            new SqlLiteral(version.baseSchema().value()));
  }

  /**
   * Leaves the connection in no transaction, with the search_path that it was opened with.
   *
   * @throws WrongVersionException where it leads elsewhere
   */
  void require(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    if (!autoCommit) {
      // No transaction may be open when the application sets read-only or isolation.
      connection.setAutoCommit(true);
    }
    if (!isRight(connection) && !isRightAfterReset(connection)) {
      throw new WrongVersionException(
          "This connection looks names up in %s instead of %s. Let the pool open connections with currentSchema=%s, and a pooler in between keep it."
              .formatted(path(connection), version.searchPath(), joined()),
          null);
    }
    if (!autoCommit) {
      connection.setAutoCommit(false);
    }
  }

  /** A SET that was left behind is undone: what the connection was opened with holds again. */
  private boolean isRightAfterReset(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET search_path");
    }
    return isRight(connection);
  }

  private boolean isRight(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      if (PublishedVersions.MISSING.contains(e.getSQLState())) {
        throw new WrongVersionException(
            "Version %s is not in this database: schema %s or its view %s is missing. Run `phase advance`, or deploy a newer release if the version was contracted."
                .formatted(version, version.schema(), MARKER),
            e);
      }
      throw e;
    }
  }

  private static String path(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT pg_catalog.current_schemas(false)::text[]");
        ResultSet row = query.executeQuery()) {
      row.next();
      return List.of((Object[]) row.getArray(1).getArray()).toString();
    }
  }

  private String joined() {
    return String.join(",", version.searchPath().stream().map(Identifier::value).toList());
  }
}
