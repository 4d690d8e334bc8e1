package dev.phase.benchmarks.backfill;

import dev.phase.embedded.EmbeddedServer;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Converts one column of a table in several ways, in turns, each time on a fresh table, and prints
 * the medians as a table in Markdown.
 *
 * <p>Arguments: {@code rows} (1000000), {@code rounds} (3), {@code key} ({@code bigint}, {@code
 * uuid} or {@code none}), and the methods to compare (all). The server is an embedded one of {@code
 * -Dphase.bench.major} (17) with its defaults, but for a {@code max_wal_size} that keeps
 * checkpoints out of the numbers, and a {@code min_wal_size} that lets it reuse the log's files, as
 * a server does that has been up for a while.
 */
public final class BackfillBenchmark {

  static final Map<String, String> SETTINGS =
      Map.of(
          "max_wal_size", "64GB",
          "min_wal_size", "32GB",
          "checkpoint_timeout", "1h",
          "shared_buffers", "512MB");

  private BackfillBenchmark() {}

  public static void main(String[] arguments) throws SQLException, InterruptedException {
    run(arguments, System.out);
  }

  static void run(String[] arguments, PrintStream out)
      throws SQLException, InterruptedException {
    long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    TableKey key = TableKey.valueOf(arguments.length > 2 ? arguments[2].toUpperCase() : "BIGINT");
    List<Method> methods =
        arguments.length > 3
            ? Arrays.stream(arguments).skip(3).map(Method::valueOf).toList()
            : List.of(Method.values());
    int major = major();
    try (EmbeddedServer server =
        EmbeddedServer.builder().major(major).settings(SETTINGS).start()) {
      out.printf(
          "PostgreSQL %s, %,d rows, %s, medians of %d%n%n",
          server.version(), rows, key.words(), rounds);
      Target target = new Target(server.jdbcUrl("postgres"), server.superuser());
      new Trial(target, key, rows).warmUp();
      print(out, rows, measure(target, methods, new Plan(rows, rounds, key)));
    }
  }

  /** The tests have the binaries of one major. */
  static int major() {
    return Integer.getInteger("phase.bench.major", Integer.getInteger("phase.test.major", 17));
  }

  private record Plan(long rows, int rounds, TableKey key) {}

  private static Map<Method, List<Result>> measure(
      Target target, List<Method> methods, Plan plan) throws SQLException, InterruptedException {
    Map<Method, List<Result>> results = new EnumMap<>(Method.class);
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Method method : methods) {
        if (!method.suits(plan.key())) {
          System.err.printf("%s is left out here%n", method);
          continue;
        }
        Trial trial = new Trial(target, plan.key(), plan.rows());
        Result result = trial.run(method);
        System.err.printf("round %d, %s: %.1f s%n", round, method, result.seconds());
        results.computeIfAbsent(method, m -> new ArrayList<>()).add(result);
      }
    }
    return results;
  }

  private static void print(PrintStream out, long rows, Map<Method, List<Result>> results) {
    out.println(
        "| method | s | with verification | rows/s | WAL MB | heap MB | index MB | HOT % |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    results.forEach(
        (method, all) -> {
          Result median = Result.median(all);
          out.printf(
              "| %s | %.2f | %s | %,.0f | %.0f | %.0f to %.0f | %.0f | %.0f |%n",
              method.words(),
              median.seconds(),
              median.verifiedSeconds() > 0 ? "%.2f".formatted(median.verifiedSeconds()) : "–",
              rows / median.seconds(),
              median.walMegabytes(),
              median.heapBefore(),
              median.heapMegabytes(),
              median.indexMegabytes(),
              median.hotPercent());
        });
  }

  /** Where the trials run. */
  record Target(String url, String user) {
    Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, "");
    }
  }
}
