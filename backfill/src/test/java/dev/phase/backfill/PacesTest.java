package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacesTest {

  private final Paces paces =
      new Paces(
          new BatchSettings(1000, Duration.ofMillis(250), Duration.ZERO, 1)
              .withWalBytes(1_000_000));

  @Test
  void onlyTheFirstStripeShrinksWhereItLogsMore() {
    paces.of(0).add(Duration.ofMillis(10), 5_000_000);
    paces.of(1).add(Duration.ofMillis(10), 500_000);
    assertEquals(25, paces.of(0).rows());
    assertEquals(250, paces.of(1).rows());
    assertEquals(250, paces.of(7).rows());
  }

  @Test
  void allAreHalvedUntilNoneCanBe() {
    for (int rows = 125; rows > 1; rows /= 2) {
      assertTrue(paces.halve());
    }
    assertEquals(1, paces.of(0).rows());
    assertEquals(1, paces.of(1).rows());
    assertFalse(paces.halve());
  }
}
