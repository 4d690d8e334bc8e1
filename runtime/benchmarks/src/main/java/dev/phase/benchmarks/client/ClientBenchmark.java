package dev.phase.benchmarks.client;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.embedded.EmbeddedServer;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.VersionedDataSource;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Starts an application's pool and takes connections from it, with and without Phase, by turns.
 *
 * <p>Arguments: {@code checkouts} (20000) and {@code rounds} (9). The server is an embedded one of
 * {@code -Dphase.bench.major} (17), reached over TCP on the same machine.
 */
public final class ClientBenchmark {

  private ClientBenchmark() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    int checkouts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    int major = Integer.getInteger("phase.bench.major", 17);
    Path repository = Files.createTempDirectory("phase-benchmark");
    try (EmbeddedServer server = EmbeddedServer.builder().major(major).start();
        URLClassLoader classPath =
            new URLClassLoader(new URL[] {repository.toUri().toURL()}, null)) {
      deploy(server, repository);
      try (HikariDataSource pool = new HikariDataSource()) {
        pool.setJdbcUrl(server.jdbcUrl("postgres"));
        pool.setUsername(server.superuser());
        System.out.printf(
            "PostgreSQL %s, medians of %d times %,d checkouts%n%n",
            server.version(), rounds, checkouts);
        VersionedDataSource versioned = start(pool, classPath);
        measure(pool, versioned, checkouts, rounds);
      }
    }
  }

  private static void deploy(EmbeddedServer server, Path repository) throws IOException {
    Path changes = Files.createDirectories(repository.resolve("db/changes"));
    Files.writeString(
        changes.resolve("0001_orders.yaml"),
        """
        operations:
          - create_table:
              name: orders
              columns: [ { name: id, type: bigint, primary_key: true } ]
        """);
    Settings settings =
        new SettingsReader(
                repository,
                Map.of("url", server.jdbcUrl("postgres"), "user", server.superuser()),
                Map.of())
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      List<ChangeFile> files = ChangeReader.read(settings.changes(), settings.schema()).files();
      engine.advance(
          files, new Release(Optional.empty(), Optional.empty(), "benchmark", "localhost"));
    }
  }

  /** What Phase adds to a start, on top of the pool's own. */
  private static VersionedDataSource start(HikariDataSource pool, ClassLoader classPath)
      throws SQLException {
    long begun = System.nanoTime();
    ApplicationVersion version =
        ApplicationVersion.ofClassPath(
            classPath,
            ApplicationVersion.DEFAULT_LOCATION,
            Identifier.of("public"));
    pool.setDataSourceProperties(version.connectionProperties("benchmark"));
    long known = System.nanoTime();
    pool.getConnection().close();
    long opened = System.nanoTime();
    new Readiness(pool, version).require();
    VersionedDataSource versioned = new VersionedDataSource(pool, version);
    long ready = System.nanoTime();
    System.out.printf(
        "start: %.1f ms for Phase, %.1f ms for the pool itself%n%n",
        (known - begun + ready - opened) / 1e6, (opened - known) / 1e6);
    return versioned;
  }

  private static void measure(
      DataSource plain, DataSource versioned, int checkouts, int rounds) throws SQLException {
    take(plain, checkouts);
    take(versioned, checkouts);
    double[] without = new double[rounds];
    double[] with = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      without[round] = take(plain, checkouts);
      with[round] = take(versioned, checkouts);
    }
    System.out.println("| checkout | µs |\n| --- | --- |");
    System.out.printf("| of the pool alone | %.1f |%n", median(without));
    System.out.printf("| with the check | %.1f |%n", median(with));
  }

  /** Microseconds for one checkout. */
  private static double take(DataSource dataSource, int checkouts) throws SQLException {
    long begun = System.nanoTime();
    for (int i = 0; i < checkouts; i++) {
      try (Connection connection = dataSource.getConnection()) {
        connection.isReadOnly();
      }
    }
    return (System.nanoTime() - begun) / 1e3 / checkouts;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
