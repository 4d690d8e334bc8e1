package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections to the target database. */
public final class Sessions {

  /** The first PostgreSQL that has this setting. */
  private static final int TRANSACTION_TIMEOUT = 17;

  private final String url;
  private final Properties properties;

  /**
   * @param url a {@code jdbc:postgresql:} URL
   * @param login user and password, where the URL does not carry them
   */
  public Sessions(String url, Properties login) {
    this.url = url;
    this.properties = new Properties();
    properties.putAll(login);
    properties.setProperty("tcpKeepAlive", "true");
  }

  /** The name of the database that the URL leads to; there need not be one. */
  public static String databaseName(String url, Properties login) {
    Properties parsed = Driver.parseURL(url, login);
    return Optional.ofNullable(parsed)
        .map(p -> p.getProperty("PGDBNAME"))
        .orElseThrow(
            () ->
                new PhaseException(
                    ExitCode.INVALID, "The URL names no database. Put its name at the end."));
  }

  /** A connection in autocommit. */
  public Connection open() {
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      prepare(connection, Sessions::keep);
      noticeDeadClients(connection);
      return connection;
    } catch (SQLException e) {
      throw new PhaseException(
          ExitCode.UNREACHABLE,
          "The database cannot be reached: %s. Check the URL and the login, then try again."
              .formatted(SqlFailure.firstLine(e)),
          e);
    }
  }

  /** A connection in autocommit on which names mean what they mean in this schema, then in others. */
  public Connection openIn(Identifier schema) {
    Connection connection = open();
    try {
      prepare(connection, session -> searchFirst(session, schema));
      return connection;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static void searchFirst(Connection connection, Identifier schema) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT set_config('search_path',
                              concat_ws(', ', quote_ident(?),
                                        nullif(current_setting('search_path'), '')), false)""")) {
      statement.setString(1, schema.value());
      statement.execute();
    }
  }

  private interface Preparation {
    void of(Connection connection) throws SQLException;
  }

  /** Nobody else closes a connection that could not be made ready. */
  private static void prepare(Connection connection, Preparation preparation) throws SQLException {
    try {
      preparation.of(connection);
    } catch (SQLException | RuntimeException e) {
      try (connection) {
        throw e;
      }
    }
  }

  /**
   * Timeouts that a role or database has are meant for applications: an index is built for hours, and
   * the session that holds the lock is idle for as long as another one backfills. Only a transaction
   * of a command that is cut off must not hold its locks until TCP gives up, and the lock of a lost
   * machine is free after a minute. A name in the URL would make it a session of an application.
   */
  private static void keep(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          SET application_name = 'phase';
          SET statement_timeout = 0;
          SET idle_session_timeout = 0;
          SET idle_in_transaction_session_timeout = '60s';
          SET tcp_keepalives_idle = 30;
          SET tcp_keepalives_interval = 10;
          SET tcp_keepalives_count = 3""");
      if (connection.getMetaData().getDatabaseMajorVersion() >= TRANSACTION_TIMEOUT) {
        statement.execute("SET transaction_timeout = 0");
      }
    }
  }

  /** Makes the backend of a killed command end its statement within seconds. */
  private static void noticeDeadClients(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET client_connection_check_interval = '2s'");
    } catch (SQLException ignored) {
      // Not every operating system can tell; there a backend ends when its statement does.
    }
  }
}
