package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to the target database. */
public final class Sessions {

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
    properties.setProperty("ApplicationName", "phase");
    // A backend whose client was killed ends its statement within seconds (PostgreSQL 14 and newer).
    properties.setProperty("options", "-c client_connection_check_interval=2000");
  }

  /** A connection in autocommit. */
  public Connection open() {
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw new PhaseException(
          ExitCode.UNREACHABLE,
          "The database cannot be reached: %s. Check the URL and the login, then try again."
              .formatted(SqlFailure.firstLine(e)),
          e);
    }
  }
}
