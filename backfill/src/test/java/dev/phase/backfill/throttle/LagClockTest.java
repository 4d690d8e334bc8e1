package dev.phase.backfill.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LagClockTest {

  private final LagClock lag = new LagClock();
  private Instant now = Instant.EPOCH;

  private double after(int seconds, double written, double replayed) {
    now = now.plusSeconds(seconds);
    return lag.lag(now, written, replayed);
  }

  @Test
  void isNothingWhereTheReplicaHasEverything() {
    assertEquals(0, after(0, 100, 100));
    assertEquals(0, after(5, 200, 200));
  }

  @Test
  void growsWhileTheReplicaStands() {
    after(0, 100, 100);
    after(1, 200, 100);
    assertEquals(4, after(4, 300, 100));
    assertEquals(0, after(0, 300, 300));
  }

  @Test
  void shrinksWhereTheReplicaCatchesUp() {
    after(0, 100, 50);
    after(10, 200, 50);
    assertEquals(2, after(2, 300, 150));
  }
}
