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
  void beginsWithAnEighthAndDoubles() {
    assertEquals(125, pace.rows());
    add(1, 125);
    assertEquals(250, pace.rows());
    add(5, 10);
    assertEquals(1000, pace.rows());
  }

  @Test
  void doublesNoMoreOnceABatchHasTakenHalfOfItsTime() {
    add(1, 126);
    assertEquals(125, pace.rows());
    add(9, 10);
    assertEquals(125, pace.rows());
  }

  @Test
  void growsByHalfAtMostAfterElevenBatches() {
    add(1, 126);
    add(10, 10);
    assertEquals(188, pace.rows());
  }

  @Test
  void goesByTheSlowestButOne() {
    start();
    add(9, 10);
    add(1, 500);
    add(1, 1000);
    assertEquals(500, pace.rows());
  }

  @Test
  void shrinksAtOnceWhenABatchTakesFarTooLong() {
    start();
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
  void growsBackWhereNoTimeIsSet() {
    Pace fixed = new Pace(new BatchSettings(1000, Duration.ZERO, Duration.ZERO, 1));
    fixed.halve();
    for (int i = 0; i < 22; i++) {
      fixed.add(Duration.ofSeconds(9), 1);
    }
    assertEquals(1000, fixed.rows());
  }

  @Test
  void shrinksToWhatMayBeLogged() {
    Pace capped = new Pace(SETTINGS.withWalBytes(1_000_000));
    capped.add(Duration.ofMillis(10), 500_000);
    assertEquals(250, capped.rows());
    capped.add(Duration.ofMillis(10), 2_000_000);
    assertEquals(125, capped.rows());
    capped.add(Duration.ofMillis(10), 1_000_000);
    assertEquals(125, capped.rows());
  }

  @Test
  void halvesDownToOneRow() {
    start();
    for (int rows = 1000; rows > 1; rows /= 2) {
      assertEquals(rows, pace.rows());
      assertTrue(pace.halve());
    }
    assertEquals(1, pace.rows());
    assertFalse(pace.halve());
  }

  @Test
  void growsAgainFromOneRow() {
    halvesDownToOneRow();
    add(11, 10);
    assertEquals(2, pace.rows());
  }

  private void start() {
    add(3, 10);
    assertEquals(1000, pace.rows());
  }

  private void add(int batches, int millis) {
    for (int i = 0; i < batches; i++) {
      pace.add(Duration.ofMillis(millis), 1);
    }
  }
}
