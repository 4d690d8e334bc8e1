package dev.phase.benchmarks.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A short run with every load; each checks that all rows are converted. */
class TrafficBenchmarkTest {

  @Test
  void measuresAnApplicationBesideEveryLoad() throws Exception {
    var printed = new ByteArrayOutputStream();
    TrafficBenchmark.run(
        new String[] {"3000", "1", "500", "1"},
        new PrintStream(printed, true, StandardCharsets.UTF_8));
    long rows =
        printed.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("| ")).count();
    assertEquals(Load.values().length + 2, rows);
  }
}
