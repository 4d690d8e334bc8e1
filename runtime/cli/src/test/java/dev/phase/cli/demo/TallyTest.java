package dev.phase.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally();

  @Test
  void countsWhatIsServed() throws SQLException {
    assertEquals("row", tally.time(() -> "row"));
    assertEquals(1, tally.served());
    assertTrue(tally.longest().compareTo(Duration.ZERO) > 0);
  }

  @Test
  void aFailureIsNotServedAndLeavesAnExample() {
    SQLException failure = new SQLException("column amount does not exist", "42703");
    assertThrows(
        SQLException.class,
        () ->
            tally.time(
                () -> {
                  throw failure;
                }));
    tally.failed("shop 1", failure);

    assertEquals(0, tally.served());
    assertEquals(1, tally.failed());
    assertEquals("shop 1: 42703 column amount does not exist", tally.examples().get(0));
  }

  @Test
  void theSlowestPartExceedsThePercentile() throws SQLException {
    for (int i = 0; i < 98; i++) {
      tally.time(() -> null);
    }
    for (int i = 0; i < 2; i++) {
      tally.time(() -> pause(20));
    }

    assertTrue(tally.exceededBy(0.01).toMillis() >= 20, tally.exceededBy(0.01).toString());
    assertTrue(tally.exceededBy(0.5).toMillis() < 20, tally.exceededBy(0.5).toString());
  }

  private static Object pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }
}
