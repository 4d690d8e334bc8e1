package dev.phase.worker;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.phase.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** The scheduler's own connections; the work itself is done on others. */
final class Pool implements ConnectionProvider {

  private static final int CONNECTIONS = 3;

  private final HikariDataSource source;

  Pool(Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setDataSourceProperties(settings.login());
    // A name in the URL would make them sessions of an application.
    config.setConnectionInitSql("SET application_name = 'phase'");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("phase-worker");
    source = new HikariDataSource(config);
  }

  /** It is ready from the start. */
  @Override
  public void initialize() {}

  @Override
  public Connection getConnection() throws SQLException {
    return source.getConnection();
  }

  @Override
  public void shutdown() {
    source.close();
  }
}
