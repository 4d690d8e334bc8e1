package dev.phase.benchmarks.backfill;

import dev.phase.benchmarks.backfill.BackfillBenchmark.Target;
import dev.phase.embedded.EmbeddedServer;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What an application notices of a backfill: single rows are read and written at a steady rate,
 * through the table and through a version's view, while the rows are converted in several ways, in
 * turns. Prints the medians of the rounds as a table in Markdown.
 *
 * <p>Arguments: {@code rows} (1000000), {@code rounds} (3), statements per second (2000; one that
 * comes late counts from when it was due), how many seconds to measure what converts nothing (15; a
 * fifth of that to warm up), and the loads to compare (all). The server is the one of {@link
 * BackfillBenchmark}.
 */
public final class TrafficBenchmark {

  private static final int CLIENTS = 8;
  private static final long WARM_ROWS = 200_000;

  /**
   * One round.
   *
   * @param rowsPerSecond of the backfill
   */
  private record Result(double p50, double p99, double longest, double rowsPerSecond) {}

  private TrafficBenchmark() {}

  public static void main(String[] arguments) throws SQLException, InterruptedException {
    run(arguments, System.out);
  }

  static void run(String[] arguments, PrintStream out)
      throws SQLException, InterruptedException {
    long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    int perSecond = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
    int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 15;
    List<Load> loads =
        arguments.length > 4
            ? Arrays.stream(arguments).skip(4).map(Load::valueOf).toList()
            : List.of(Load.values());
    int major = BackfillBenchmark.major();
    try (EmbeddedServer server =
        EmbeddedServer.builder().major(major).settings(BackfillBenchmark.SETTINGS).start()) {
      out.printf(
          "PostgreSQL %s, %,d rows, %d clients, %,d statements/s, medians of %d%n%n",
          server.version(), rows, CLIENTS, perSecond, rounds);
      Target target = new Target(server.jdbcUrl("postgres"), server.superuser());
      new Trial(target, TableKey.BIGINT, rows).warmUp();
      // Else the compiler of this JVM takes the processors from the clients.
      new Trial(target, TableKey.BIGINT, Math.min(rows, WARM_ROWS)).run(Method.PHASE);
      Map<Load, List<Result>> results = new EnumMap<>(Load.class);
      for (int round = 1; round <= rounds; round++) {
        for (Load load : loads) {
          Trial trial = new Trial(target, TableKey.BIGINT, rows);
          Traffic traffic = new Traffic(trial, rows, CLIENTS, perSecond);
          Result result = measure(trial, traffic, load, Duration.ofSeconds(seconds));
          System.err.printf("round %d, %s: %s%n", round, load, result);
          results.computeIfAbsent(load, l -> new ArrayList<>()).add(result);
        }
      }
      print(out, results);
    }
  }

  private static Result measure(Trial trial, Traffic traffic, Load load, Duration alone)
      throws SQLException, InterruptedException {
    trial.create();
    traffic.prepare(!load.hasTrigger());
    Traffic.Running warming = traffic.start();
    Thread.sleep(alone.toMillis() / 5);
    warming.stop();
    Traffic.Running measured = traffic.start();
    double seconds = trial.time(load, alone);
    Traffic.Latencies latencies = measured.stop();
    return new Result(
        latencies.milliseconds(0.5),
        latencies.milliseconds(0.99),
        latencies.milliseconds(1),
        load.converts() ? traffic.rows() / seconds : 0);
  }

  private static void print(PrintStream out, Map<Load, List<Result>> results) {
    out.println("| backfill | p50 ms | p99 ms | longest ms | rows/s |");
    out.println("| --- | --- | --- | --- | --- |");
    results.forEach(
        (load, all) ->
            out.printf(
                "| %s | %.2f | %.2f | %.0f | %s |%n",
                load.words(),
                median(all, Result::p50),
                median(all, Result::p99),
                median(all, Result::longest),
                load.converts() ? "%,.0f".formatted(median(all, Result::rowsPerSecond)) : "–"));
  }

  private static double median(List<Result> all, Function<Result, Double> value) {
    return all.stream().map(value).sorted(Comparator.naturalOrder()).toList().get(all.size() / 2);
  }
}
