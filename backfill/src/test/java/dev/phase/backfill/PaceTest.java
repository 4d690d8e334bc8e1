package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final BatchSettings SETTINGS =
      new BatchSettings(1000, Duration.ofMillis(250), Duration.ZERO, 1);

  private final Pace pace = new Pace(SETTINGS);

  @Test
  void growsByHalfAtMost() {
    add(11, 10);
    assertEquals(1500, pace.rows());
  }

  @Test
  void waitsForElevenBatchesBeforeItGrows() {
    add(10, 10);
    assertEquals(1000, pace.rows());
  }

  @Test
  void keepsWithinTwiceTheFirstSize() {
    add(110, 10);
    assertEquals(2000, pace.rows());
  }

  @Test
  void goesByTheSlowestButOne() {
    add(9, 10);
    add(1, 500);
    add(1, 1000);
    assertEquals(500, pace.rows());
  }

  @Test
  void shrinksAtOnceWhenABatchTakesFarTooLong() {
    add(1, 1251);
    assertEquals(100, pace.rows());
  }

  @Test
  void staysAsItIsWhereNoTimeIsSet() {
    Pace fixed = new Pace(new BatchSettings(1000, Duration.ZERO, Duration.ZERO, 1));
    for (int i = 0; i < 30; i++) {
      fixed.add(Duration.ofSeconds(9), 1);
    }
    assertEquals(1000, fixed.rows());
  }

  @Test
  void shrinksToWhatMayBeLogged() {
    Pace capped = new Pace(SETTINGS.withWalBytes(1_000_000));
    capped.add(Duration.ofMillis(250), 4_000_000);
    assertEquals(250, capped.rows());
    capped.add(Duration.ofMillis(250), 1_000_000);
    assertEquals(250, capped.rows());
  }

  @Test
  void halvesDownToOneRow() {
    for (int rows = 1000; rows > 1; rows /= 2) {
      assertEquals(rows, pace.rows());
      assertTrue(pace.halve());
    }
    assertEquals(1, pace.rows());
    assertFalse(pace.halve());
  }

  private void add(int batches, int millis) {
    for (int i = 0; i < batches; i++) {
      pace.add(Duration.ofMillis(millis), 1);
    }
  }
}
