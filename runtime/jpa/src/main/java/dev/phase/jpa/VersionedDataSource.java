package dev.phase.jpa;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands out connections of another data source, normally a pool, that lead to the application's
 * version, and refuses all others. As safe for several threads as that data source.
 *
 * <p>It does not set the search_path itself: a setting made on an open connection is lost when a
 * pool or a pooler resets it. The other data source has to open its connections with {@link
 * ApplicationVersion#connectionProperties}.
 */
public final class VersionedDataSource implements DataSource {

  private final DataSource target;
  private final ApplicationVersion version;
  private final ConnectionCheck check;
  private final Answers answers;
  private volatile ExpectedColumns expected = ExpectedColumns.NONE;

  /** Asks a connection each time that it is taken. */
  public VersionedDataSource(DataSource target, ApplicationVersion version) {
    this(target, version, Duration.ZERO);
  }

  /**
   * Asks a connection when it is taken, unless it has given the right answer a short while ago.
   *
   * @param checkInterval how long an answer counts, unless the server reports another search_path
   *     (from PostgreSQL 18 on); zero where it does not count. For so long, connections of a version
   *     that was rolled back may lead to base tables.
   * @throws IllegalArgumentException where it is negative
   */
  public VersionedDataSource(
      DataSource target, ApplicationVersion version, Duration checkInterval) {
    this(
        target,
        version,
        new Answers(requireNonNull(checkInterval, "checkInterval is null"), System::nanoTime));
  }

  VersionedDataSource(DataSource target, ApplicationVersion version, Answers answers) {
    this.target = requireNonNull(target, "target is null");
    this.version = requireNonNull(version, "version is null");
    this.check = new ConnectionCheck(version);
    this.answers = answers;
  }

  public ApplicationVersion version() {
    return version;
  }

  /** The data source that connections come from. */
  public DataSource target() {
    return target;
  }

  /** Makes more columns a part of readiness; Hibernate's entities do that by themselves. */
  public synchronized void expect(ExpectedColumns columns) {
    expected = expected.and(requireNonNull(columns, "columns is null"));
  }

  ExpectedColumns expected() {
    return expected;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return checked(target.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return checked(target.getConnection(username, password));
  }

  private Connection checked(Connection connection) throws SQLException {
    try {
      if (!answers.count(connection)) {
        check.require(connection);
        answers.add(connection);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return target.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    target.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    target.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return target.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("dev.phase.jpa");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(target) || target.isWrapperFor(type);
  }
}
