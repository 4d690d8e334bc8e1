package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeedTest {

  private final SettableClock clock = new SettableClock();
  private final Speed speed = new Speed(clock);

  @Test
  void isNotKnownBeforeTheFirstBatch() {
    assertEquals(Rate.UNKNOWN, speed.rate());
    assertEquals(Optional.empty(), speed.rate().eta(10));
  }

  @Test
  void forgetsWhatIsLongAgo() {
    batch(1_000_000);
    for (int i = 0; i < 20; i++) {
      batch(100);
    }
    assertEquals(new Rate(50, 50, 50), speed.rate());
    Duration all = Duration.ofSeconds(21);
    assertEquals(Optional.of(new Eta(all, all, all)), speed.rate().eta(1001));
  }

  @Test
  void rangesFromTheSlowestToTheFastestFifthOfTheLastBatches() {
    for (int rows : new int[] {100, 400, 100, 50, 100}) {
      for (int i = 0; i < 4; i++) {
        batch(rows);
      }
    }
    assertEquals(new Rate(75, 25, 200), speed.rate());
    assertEquals(
        Optional.of(
            new Eta(Duration.ofSeconds(8), Duration.ofSeconds(3), Duration.ofSeconds(24))),
        speed.rate().eta(600));
  }

  @Test
  void aFewBatchesSayNothingAboutTheirSpread() {
    batch(100);
    batch(300);
    assertEquals(new Rate(100, 100, 100), speed.rate());
  }

  /** A long wait counts: it may come again. */
  @Test
  void countsPauses() {
    for (int i = 0; i < 19; i++) {
      batch(100);
    }
    clock.now = clock.now.plusSeconds(60);
    batch(100);
    assertEquals(new Rate(20, 400 / 68.0, 50), speed.rate());
  }

  private void batch(long rows) {
    clock.now = clock.now.plusSeconds(2);
    speed.add(rows);
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
