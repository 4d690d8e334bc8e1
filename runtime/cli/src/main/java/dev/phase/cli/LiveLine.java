package dev.phase.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A line that changes while the work goes on: drawn in place on a terminal, otherwise printed anew
 * every few seconds. Not thread-safe.
 */
final class LiveLine {

  static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);
  private static final Duration DRAWN_INTERVAL = Duration.ofMillis(100);
  private static final String ERASE = "\r\u001b[K";

  private final Console console;
  private final Clock clock;
  private Instant last = Instant.MIN;
  private boolean drawn;

  LiveLine(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  /** Shows the state of the work, unless the last one is too fresh. */
  void show(String drawing, String plain) {
    Instant now = clock.instant();
    Duration interval = console.isTerminal() ? DRAWN_INTERVAL : PLAIN_INTERVAL;
    if (last != Instant.MIN && Duration.between(last, now).compareTo(interval) < 0) {
      return;
    }
    last = now;
    if (console.isTerminal()) {
      int room = console.width() - 1;
      String line = drawing.length() > room ? drawing.substring(0, room) : drawing;
      console.err().print(ERASE + line);
      console.err().flush();
      drawn = true;
    } else {
      console.say(plain);
    }
  }

  /** Prints a line that stays. */
  void say(String line) {
    erase();
    console.say(line);
  }

  /** Makes the next state show at once. */
  void restart() {
    erase();
    last = Instant.MIN;
  }

  private void erase() {
    if (drawn) {
      console.err().print(ERASE);
      console.err().flush();
      drawn = false;
    }
  }
}
