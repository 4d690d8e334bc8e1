package dev.phase.benchmarks.advance;

import dev.phase.embedded.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Advances a small project and a large one by turns, and prints the medians as a table in Markdown:
 * what a release costs should follow what is in flight, not what exists.
 *
 * <p>Arguments: {@code rounds} (11), {@code tables} (2000) and {@code changes} (500) of the large
 * one, and the path of a built {@code phase} launcher, whose whole processes are measured then; else
 * it is the engine within this JVM. The server is an embedded one of {@code -Dphase.bench.major} (17).
 */
public final class ScaleBenchmark {

  private static final int SMALL = 10;
  private static final int WARM_UP = 3;

  /** What there is to do, by what it is called; on table %d. */
  private static final Map<String, String> CASES = new LinkedHashMap<>();

  static {
    CASES.put("nothing to do", "");
    CASES.put(
        "a new column", "add_column: { table: t_%d, column: { name: fresh, type: text } }");
    CASES.put(
        "a converted column",
        "alter_column: { table: t_%d, column: quantity, type: bigint, default: 0,"
            + " up: quantity, down: quantity }");
  }

  private ScaleBenchmark() {}

  public static void main(String[] arguments)
      throws SQLException, IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
    int tables = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
    int changes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
    int major = Integer.getInteger("phase.bench.major", 17);
    try (EmbeddedServer server =
        EmbeddedServer.builder()
            .major(major)
            .settings(Map.of("fsync", "off", "max_locks_per_transaction", "512"))
            .start()) {
      Estate small = new Estate(server, "small", SMALL, SMALL);
      Estate large = new Estate(server, "large", tables, changes);
      small.build();
      large.build();
      System.out.printf(
          "PostgreSQL %s, medians of %d rounds in turns, %s%n%n",
          server.version(), rounds, arguments.length > 3 ? "whole processes" : "within one JVM");
      Advance advance = arguments.length > 3 ? launcher(arguments[3]) : Estate::advance;
      System.out.printf("| `advance` with | %s | %s | times |%n", small, large);
      System.out.println("| --- | --- | --- | --- |");
      for (Map.Entry<String, String> one : CASES.entrySet()) {
        print(one.getKey(), measure(advance, one.getValue(), rounds, small, large));
      }
    }
  }

  /** One way to call it. */
  @FunctionalInterface
  private interface Advance {
    void run(Estate estate) throws IOException, InterruptedException;
  }

  private static Advance launcher(String path) {
    String command = new File(path).getAbsolutePath();
    return estate -> {
      int exit =
          new ProcessBuilder(command, "advance")
              .directory(estate.directory().toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("phase advance ended with " + exit);
      }
    };
  }

  private static List<Double> measure(
      Advance advance, String operation, int rounds, Estate... estates)
      throws IOException, InterruptedException {
    List<List<Double>> millis = new ArrayList<>();
    for (Estate estate : estates) {
      millis.add(new ArrayList<>());
    }
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < estates.length; i++) {
        double took = measure(advance, operation, estates[i]);
        if (round >= 0) {
          millis.get(i).add(took);
        }
      }
    }
    return millis.stream().map(ScaleBenchmark::median).toList();
  }

  private static double measure(Advance advance, String operation, Estate estate)
      throws IOException, InterruptedException {
    if (!operation.isEmpty()) {
      estate.addChange(operation);
    }
    long begun = System.nanoTime();
    advance.run(estate);
    double took = (System.nanoTime() - begun) / 1e6;
    if (!operation.isEmpty()) {
      estate.takeBack();
    }
    return took;
  }

  private static void print(String what, List<Double> millis) {
    System.out.printf(
        "| %s | %.0f ms | %.0f ms | %.2f |%n",
        what, millis.get(0), millis.get(1), millis.get(1) / millis.get(0));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
