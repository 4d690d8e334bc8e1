package dev.phase.benchmarks.advance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A small run of every case, each of which must succeed. */
class ScaleBenchmarkTest {

  @Test
  void measuresEveryCaseInBothProjects() throws Exception {
    PrintStream standard = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      ScaleBenchmark.main(new String[] {"1", "12", "10"});
    } finally {
      System.setOut(standard);
    }
    long rows =
        printed.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("| ")).count();
    assertEquals(5, rows);
  }
}
