package dev.phase.benchmarks.writes;

import dev.phase.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes to tables with several kinds of triggers, in turns, and prints the medians as a table in
 * Markdown: of the table without triggers in milliseconds, of the others what they cost above it.
 *
 * <p>Arguments: {@code rows} (100000), {@code rounds} (7), and the JDBC URL of a database that may be
 * littered with its user; the password is in {@code PHASE_PASSWORD}. Without one, the server is an embedded one of {@code -Dphase.bench.major} (17) that does
 * not wait for its disk.
 */
public final class DualWriteBenchmark {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off", "synchronous_commit", "off", "shared_buffers", "512MB",
          "max_wal_size", "16GB", "checkpoint_timeout", "1h", "jit", "off");

  private DualWriteBenchmark() {}

  public static void main(String[] arguments) throws SQLException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    if (arguments.length > 2) {
      report(new Target(arguments[2], arguments[3], System.getenv("PHASE_PASSWORD")), rows, rounds);
      return;
    }
    int major = Integer.getInteger("phase.bench.major", 17);
    try (EmbeddedServer server =
        EmbeddedServer.builder().major(major).settings(SETTINGS).start()) {
      report(new Target(server.jdbcUrl("postgres"), server.superuser(), ""), rows, rounds);
    }
  }

  private static void report(Target target, int rows, int rounds) throws SQLException {
    try (Connection connection = target.connect()) {
      System.out.printf(
          "PostgreSQL %s, %,d rows, medians of %d rounds in turns, %s%n%n",
          connection.getMetaData().getDatabaseProductVersion(),
          rows,
          rounds,
          Stopwatch.of(connection).isOfCpu() ? "CPU time of the server" : "by the clock");
    }
    print(measure(target, rows, rounds));
  }

  /** The times of each workload in milliseconds. */
  static Map<Variant, Map<Workload, List<Double>>> measure(Target target, int rows, int rounds)
      throws SQLException {
    Map<Variant, Map<Workload, List<Double>>> times = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      variant.create(target);
      times.put(variant, new EnumMap<>(Workload.class));
    }
    for (int round = 0; round <= rounds; round++) {
      for (Variant variant : Variant.values()) {
        try (Connection connection = target.connect()) {
          Stopwatch stopwatch = Stopwatch.of(connection);
          run(connection, "TRUNCATE " + variant.schema() + ".item");
          for (Workload workload : Workload.values()) {
            double start = stopwatch.millis();
            workload.run(connection, variant.relation(), rows);
            double millis = stopwatch.millis() - start;
            run(connection, "VACUUM ANALYZE " + variant.schema() + ".item");
            // The first round warms up.
            if (round > 0) {
              times.get(variant).computeIfAbsent(workload, w -> new ArrayList<>()).add(millis);
            }
          }
        }
      }
    }
    return times;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void print(Map<Variant, Map<Workload, List<Double>>> times) {
    Map<Workload, List<Double>> plain = times.get(Variant.NONE);
    row(Stream.concat(Stream.of("trigger"), plain.keySet().stream().map(Workload::words)));
    row(Stream.generate(() -> "---").limit(plain.size() + 1L));
    times.forEach(
        (variant, own) ->
            row(
                Stream.concat(
                    Stream.of(variant.words()),
                    own.entrySet().stream()
                        .map(
                            e ->
                                variant == Variant.NONE
                                    ? "%.0f ms".formatted(median(e.getValue()))
                                    : "%+.0f %%"
                                        .formatted(
                                            100 * median(e.getValue())
                                                    / median(plain.get(e.getKey()))
                                                - 100)))));
  }

  private static void row(Stream<String> cells) {
    System.out.println(cells.collect(Collectors.joining(" | ", "| ", " |")));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
