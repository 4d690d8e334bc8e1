package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void hasDefaults() {
    assertEquals(
        new BatchSettings(5_000, Duration.ofMillis(250), Duration.ZERO, 1),
        BatchSettings.defaults());
  }

  @Test
  void refusesABatchOfNoRowsOrTooMany() {
    for (int rows : new int[] {0, -1, 1_000_001}) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new BatchSettings(rows, Duration.ZERO, Duration.ZERO, 1));
      assertEquals(
          "A batch of " + rows + " rows is not possible. Choose 1 to 1000000 rows.",
          e.getMessage());
    }
  }

  @Test
  void refusesAPauseThatIsNegativeOrTooLong() {
    for (Duration pause : new Duration[] {Duration.ofMillis(-1), Duration.ofHours(2)}) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new BatchSettings(1, Duration.ZERO, pause, 1));
      assertEquals(
          "A pause of " + pause + " between batches is not possible. Choose up to PT1H.",
          e.getMessage());
    }
  }
}
