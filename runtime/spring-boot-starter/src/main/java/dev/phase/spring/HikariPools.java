package dev.phase.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.jpa.ApplicationVersion;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets HikariCP open its connections as the version wants it. */
final class HikariPools {

  private HikariPools() {}

  /** Leaves a pool alone that has been started, or is none of HikariCP's. */
  static void lead(DataSource dataSource, ApplicationVersion version, String application) {
    HikariDataSource pool = find(dataSource);
    if (pool != null && !pool.isRunning()) {
      version
          .connectionProperties(application)
          .forEach((name, value) -> pool.addDataSourceProperty((String) name, value));
    }
  }

  private static HikariDataSource find(DataSource dataSource) {
    try {
      return dataSource.isWrapperFor(HikariDataSource.class)
          ? dataSource.unwrap(HikariDataSource.class)
          : dataSource instanceof HikariDataSource pool ? pool : null;
    } catch (SQLException e) {
      return null;
    }
  }
}
