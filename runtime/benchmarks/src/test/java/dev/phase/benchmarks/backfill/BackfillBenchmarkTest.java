package dev.phase.benchmarks.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small run of every method; each checks that all rows are converted. */
class BackfillBenchmarkTest {

  @ParameterizedTest
  @CsvSource({"bigint, 6", "uuid, 4", "none, 3"})
  void measuresEveryMethodThatSuitsTheKey(String key, int methods) throws Exception {
    var printed = new ByteArrayOutputStream();
    BackfillBenchmark.run(
        new String[] {"3000", "1", key}, new PrintStream(printed, true, StandardCharsets.UTF_8));
    long rows =
        printed.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("| ")).count();
    int pgroll = Pgroll.isThere() && !key.equals("none") ? 1 : 0;
    assertEquals(methods + pgroll + 2, rows);
  }
}
