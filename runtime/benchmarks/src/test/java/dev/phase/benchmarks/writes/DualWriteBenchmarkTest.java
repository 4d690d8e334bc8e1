package dev.phase.benchmarks.writes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

@PostgresTest
class DualWriteBenchmarkTest {

  @Test
  void measuresEveryWorkloadOnEveryVariant(Database database) throws Exception {
    Target target = new Target(database.url(), database.user(), database.password());
    var times = DualWriteBenchmark.measure(target, 40, 1);
    assertEquals(Set.of(Variant.values()), times.keySet());
    times.values().forEach(own -> assertEquals(Set.of(Workload.values()), own.keySet()));
    for (Variant variant : Variant.values()) {
      assertEquals(
          "42",
          database.queryOne("SELECT count(*) FROM %s".formatted(variant.relation())),
          variant.words());
    }
    assertTrue(times.get(Variant.NONE).get(Workload.INSERT).get(0) > 0);
  }
}
