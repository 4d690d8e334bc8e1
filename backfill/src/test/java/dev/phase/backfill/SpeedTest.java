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
    assertEquals(0, speed.rowsPerSecond());
    assertEquals(Optional.empty(), Speed.eta(10, speed.rowsPerSecond()));
  }

  @Test
  void forgetsWhatIsLongAgo() {
    batch(1_000_000);
    for (int i = 0; i < 20; i++) {
      batch(100);
    }
    assertEquals(50, speed.rowsPerSecond());
    assertEquals(Optional.of(Duration.ofSeconds(21)), Speed.eta(1001, speed.rowsPerSecond()));
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
