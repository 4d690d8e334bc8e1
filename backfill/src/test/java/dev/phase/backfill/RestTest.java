package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestTest {

  private static final int MEGABYTE = 1 << 20;

  private final Rest rest =
      new Rest(
          new BatchSettings(1000, Duration.ofMillis(250), Duration.ofMillis(10), 1)
              .withNicePercent(50));

  @Test
  void isTheWantedShareOfABatchThatLogsAsMuchAsOthers() {
    work(1000);
    assertEquals(60, after(100, MEGABYTE), 1);
    assertEquals(35, after(50, MEGABYTE / 2), 1);
  }

  @Test
  void isLongerAfterABatchThatLogsMore() {
    work(1000);
    assertEquals(160, after(100, 3 * MEGABYTE), 1);
    assertEquals(60, after(100, MEGABYTE), 1);
  }

  @Test
  void isLongerAtTheBeginning() {
    assertEquals(10 + 350 / 2, after(100, MEGABYTE));
    assertEquals(10 + 225 / 2, after(100, MEGABYTE));
  }

  @Test
  void isNeverManyTimesAsLong() {
    work(1000);
    assertEquals(10 + 4 * 20, after(20, 64 * MEGABYTE), 1);
  }

  @Test
  void goesByTimeWhereABatchOnlyReads() {
    assertEquals(160, after(300, 0));
    work(1000);
    assertEquals(160, after(300, 0));
  }

  private void work(int batches) {
    for (int i = 0; i < batches; i++) {
      after(100, MEGABYTE);
    }
  }

  private long after(long millis, long walBytes) {
    return rest.after(Duration.ofMillis(millis), walBytes).toMillis();
  }
}
