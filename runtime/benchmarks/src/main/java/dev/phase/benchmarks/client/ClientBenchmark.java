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
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Starts an application's pool, each time in a fresh JVM, and takes connections from one, with and
 * without Phase, by turns, in one and in several threads.
 *
 * <p>Arguments: {@code checkouts} (20000) and {@code rounds} (9). The server is an embedded one of
 * {@code -Dphase.bench.major} (17), reached over TCP on the same machine.
 */
public final class ClientBenchmark {

  private static final List<String> START =
      List.of("finding the version", "readiness", "the first checkout", "(the pool itself)");

  /** A server whose processors sleep between two round trips answers later. */
  private static final List<Integer> THREADS = List.of(1, 2, 4);

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private ClientBenchmark() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    int checkouts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    int major = Integer.getInteger("phase.bench.major", 17);
    Path repository = Files.createTempDirectory("phase-benchmark");
    try (EmbeddedServer server = EmbeddedServer.builder().major(major).start()) {
      deploy(server, repository);
      System.out.printf(
          "PostgreSQL %s, medians of %d starts, and of %d times %,d checkouts a thread%n%n",
          server.version(), rounds, rounds, checkouts);
      start(server, repository, rounds);
      ApplicationVersion version =
          new ApplicationVersion("0001_orders", Identifier.of("public"));
      try (HikariDataSource pool = new HikariDataSource()) {
        pool.setJdbcUrl(server.jdbcUrl("postgres"));
        pool.setUsername(server.superuser());
        pool.setDataSourceProperties(version.connectionProperties("benchmark"));
        measure(pool, version, checkouts, rounds);
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
      DataSource pool, ApplicationVersion version, int checkouts, int rounds)
      throws SQLException {
    Checkout none = Connection::isReadOnly;
    List<Way> ways =
        List.of(
            new Way("of the pool alone", pool, none),
            new Way("and `SELECT 1`, prepared", pool, ClientBenchmark::roundTrip),
            new Way("with the check", new VersionedDataSource(pool, version), none),
            new Way(
                "with the check, at most every 500 ms",
                new VersionedDataSource(pool, version, INTERVAL),
                none));
    double[][][] micros = new double[ways.size()][THREADS.size()][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int way = 0; way < ways.size(); way++) {
        for (int threads = 0; threads < THREADS.size(); threads++) {
          double took = take(ways.get(way), checkouts, THREADS.get(threads));
          if (round >= 0) {
            micros[way][threads][round] = took;
          }
        }
      }
    }
    System.out.println("| checkout | 1 thread, µs | 2 threads, µs | 4 threads, µs |");
    System.out.println("| --- | --- | --- | --- |");
    for (int way = 0; way < ways.size(); way++) {
      System.out.printf(
          "| %s | %s |%n",
          ways.get(way).words(),
          Arrays.stream(micros[way])
              .map(rows -> "%.1f".formatted(median(rows)))
              .collect(Collectors.joining(" | ")));
    }
  }

  /** A checkout from a data source, and what is done with it. */
  private record Way(String words, DataSource source, Checkout checkout) {}

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

  /** Microseconds that a thread waits for one checkout, while so many take one after the other. */
  private static double take(Way way, int checkouts, int threads) throws SQLException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Double>> tasks = Collections.nCopies(threads, () -> take(way, checkouts));
      double sum = 0;
      for (Future<Double> task : pool.invokeAll(tasks)) {
        sum += task.get();
      }
      return sum / threads;
    } catch (InterruptedException | ExecutionException e) {
      throw new SQLException(e);
    } finally {
      pool.shutdown();
    }
  }

  private static double take(Way way, int checkouts) throws SQLException {
    long begun = System.nanoTime();
    for (int i = 0; i < checkouts; i++) {
      try (Connection connection = way.source().getConnection()) {
        way.checkout().use(connection);
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
