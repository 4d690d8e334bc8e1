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
import dev.phase.jpa.VersionedDataSource;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Starts an application's pool, each time in a fresh JVM, and takes connections from one, with and
 * without Phase, by turns.
 *
 * <p>Arguments: {@code checkouts} (20000) and {@code rounds} (9). The server is an embedded one of
 * {@code -Dphase.bench.major} (17), reached over TCP on the same machine.
 */
public final class ClientBenchmark {

  private static final List<String> START =
      List.of("finding the version", "readiness", "the first checkout", "(the pool itself)");

  private ClientBenchmark() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    int checkouts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    int major = Integer.getInteger("phase.bench.major", 17);
    Path repository = Files.createTempDirectory("phase-benchmark");
    try (EmbeddedServer server = EmbeddedServer.builder().major(major).start()) {
      deploy(server, repository);
      System.out.printf(
          "PostgreSQL %s, medians of %d starts, and of %d times %,d checkouts%n%n",
          server.version(), rounds, rounds, checkouts);
      start(server, repository, rounds);
      ApplicationVersion version =
          new ApplicationVersion("0001_orders", Identifier.of("public"));
      try (HikariDataSource pool = new HikariDataSource()) {
        pool.setJdbcUrl(server.jdbcUrl("postgres"));
        pool.setUsername(server.superuser());
        pool.setDataSourceProperties(version.connectionProperties("benchmark"));
        measure(pool, new VersionedDataSource(pool, version), checkouts, rounds);
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

  private static void start(EmbeddedServer server, Path repository, int rounds)
      throws IOException {
    double[][] parts = new double[START.size()][rounds];
    double[] sum = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      String[] found = startOnce(server, repository).split(" ");
      for (int part = 0; part < parts.length; part++) {
        parts[part][round] = Double.parseDouble(found[part]);
        sum[round] += part < parts.length - 1 ? parts[part][round] : 0;
      }
    }
    System.out.println("| start, in a fresh JVM | ms |\n| --- | --- |");
    System.out.printf("| Phase | %.1f |%n", median(sum));
    for (int part = 0; part < parts.length; part++) {
      System.out.printf("| %s | %.1f |%n", START.get(part), median(parts[part]));
    }
    System.out.println();
  }

  private static String startOnce(EmbeddedServer server, Path repository) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ClientStart.class.getName(),
                server.jdbcUrl("postgres"),
                server.superuser(),
                repository.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static void measure(
      DataSource plain, DataSource versioned, int checkouts, int rounds) throws SQLException {
    Checkout none = Connection::isReadOnly;
    Checkout roundTrip = ClientBenchmark::roundTrip;
    double[] without = new double[rounds];
    double[] asking = new double[rounds];
    double[] with = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double first = take(plain, none, checkouts);
      double second = take(plain, roundTrip, checkouts);
      double third = take(versioned, none, checkouts);
      if (round >= 0) {
        without[round] = first;
        asking[round] = second;
        with[round] = third;
      }
    }
    System.out.println("| checkout | µs |\n| --- | --- |");
    System.out.printf("| of the pool alone | %.1f |%n", median(without));
    System.out.printf("| and `SELECT 1`, prepared | %.1f |%n", median(asking));
    System.out.printf("| with the check | %.1f |%n", median(with));
  }

  /** What is done with a connection. */
  private interface Checkout {
    void use(Connection connection) throws SQLException;
  }

  private static void roundTrip(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT 1");
        ResultSet row = query.executeQuery()) {
      row.next();
    }
  }

  /** Microseconds for one checkout. */
  private static double take(DataSource dataSource, Checkout checkout, int checkouts)
      throws SQLException {
    long begun = System.nanoTime();
    for (int i = 0; i < checkouts; i++) {
      try (Connection connection = dataSource.getConnection()) {
        checkout.use(connection);
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
