package dev.phase.benchmarks.client;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.VersionedDataSource;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One start of an application's pool, in a JVM of its own. Prints how many milliseconds Phase and the
 * pool itself took.
 *
 * <p>Arguments: URL, user, and the directory with the change files in {@code db/changes}.
 */
public final class ClientStart {

  private ClientStart() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    URL directory = Path.of(arguments[2]).toUri().toURL();
    try (URLClassLoader classPath = new URLClassLoader(new URL[] {directory}, null);
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(arguments[0]);
      pool.setUsername(arguments[1]);
      long begun = System.nanoTime();
      ApplicationVersion version =
          ApplicationVersion.ofClassPath(
              classPath, ApplicationVersion.DEFAULT_LOCATION, Identifier.of("public"));
      pool.setDataSourceProperties(version.connectionProperties("benchmark"));
      long known = System.nanoTime();
      pool.getConnection().close();
      long opened = System.nanoTime();
      new Readiness(pool, version).require();
      VersionedDataSource versioned = new VersionedDataSource(pool, version);
      long ready = System.nanoTime();
      try (Connection connection = versioned.getConnection()) {
        connection.isReadOnly();
      }
      long first = System.nanoTime();
      System.out.printf(
          "%.1f %.1f %.1f %.1f%n",
          (known - begun) / 1e6,
          (ready - opened) / 1e6,
          (first - ready) / 1e6,
          (opened - known) / 1e6);
    }
  }
}
