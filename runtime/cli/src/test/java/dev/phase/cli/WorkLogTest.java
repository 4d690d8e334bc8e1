package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.Eta;
import dev.phase.backfill.Progress;
import dev.phase.backfill.Stage;
import dev.phase.engine.execution.Blocker;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WorkLogTest {

  private static final Step STEP =
      SqlStep.transaction(
          "expand",
          "Expand table users",
          List.of(
              Statement.of(
                  new Sql("SELECT 1"),
                  new Lock(new QualifiedName(Identifier.of("public"), Identifier.of("users")), LockLevel.ACCESS_EXCLUSIVE))));

  private static final QualifiedName USERS =
      new QualifiedName(Identifier.of("public"), Identifier.of("users"));

  /** A clock that a test sets. */
  private static final class TestClock extends Clock {
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

  private final TestClock clock = new TestClock();

  @Test
  void aPipeGetsAPlainLineEveryFewSeconds() {
    Terminals streams = Terminals.plain();
    WorkLog log = new WorkLog(streams.console(), clock);

    for (int second = 0; second < 11; second++) {
      clock.now = Instant.ofEpochSecond(second);
      log.progress(progress(second * 100));
    }

    assertEquals(
        """
          Backfill users: 0 %, 0 of 2,000 rows, 100/s, 20 s left
          Backfill users: 25 %, 500 of 2,000 rows, 100/s, 15 s left
          Backfill users: 50 %, 1,000 of 2,000 rows, 100/s, 10 s left
        """,
        streams.err());
    assertEquals("", streams.out());
  }

  @Test
  void aTerminalGetsABarThatIsDrawnInPlace() {
    Terminals streams = Terminals.interactive();
    WorkLog log = new WorkLog(streams.console(), clock);

    log.progress(progress(1_000));
    log.finished(STEP, Duration.ofMillis(12));

    assertEquals(
        "\r\u001b[K  Backfill users [#######........]  50 %  1,000 of 2,000 rows, 100/s, 10 s left"
            + "\r\u001b[K  Expand table users (12 ms)\n",
        streams.err());
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    Terminals streams = Terminals.coloured();

    new WorkLog(streams.console(), clock).finished(STEP, Duration.ofMillis(12));

    assertEquals("  Expand table users\u001b[2m (12 ms)\u001b[0m\n", streams.err());
  }

  @Test
  void aBlockerIsNamed() {
    Terminals streams = Terminals.plain();
    WorkLog log = new WorkLog(streams.console(), clock);
    Blocker blocker =
        new Blocker(42, "app", "shop", Duration.ofSeconds(90), "active", "SELECT pg_sleep(99)");

    log.started(STEP);
    log.blocked(STEP, blocker);

    assertEquals(
        "  Waiting to expand table users: behind session 42 (app, shop, active for 90 s):"
            + " SELECT pg_sleep(99)\n",
        streams.err());
  }

  @Test
  void whileItWaitsTheReasonIsWhatMatters() {
    Terminals streams = Terminals.interactive();
    WorkLog log = new WorkLog(streams.console(), clock);

    log.progress(waiting(Optional.of("replica lag 12.0 s, limit 5.0 s")));

    assertEquals(
        "\r\u001b[K  Backfill users 50 %, waits: replica lag 12.0 s, limit 5.0 s",
        streams.err());

    log.finished(STEP, Duration.ofSeconds(1));
    log.progress(waiting(Optional.of("vacuum of the table")));
    assertTrue(
        streams.err().endsWith(
            "  Backfill users [##...]  50 %  1,000 of 2,000 rows, waits: vacuum of the table"),
        streams.err());
  }

  @Test
  void aLineSaysHowLongItHasWaitedForWhat() {
    Terminals streams = Terminals.plain();
    WorkLog log = new WorkLog(streams.console(), clock);

    log.progress(waiting(Optional.empty()));
    log.finished(STEP, Duration.ofSeconds(200));

    assertEquals(
        """
          Backfill users: 50 %, 1,000 of 2,000 rows, 100/s, 8-20 s left; waited 10 s: replica lag, 2 s: vacuum of the table
          Expand table users (3 min 20 s; waited 10 s: replica lag, 2 s: vacuum of the table)
        """,
        streams.err());
  }

  @Test
  void aBarSaysHowLongItHasWaitedWhereThereIsRoom() {
    Terminals streams = Terminals.interactive();
    WorkLog log = new WorkLog(streams.console(), clock);

    log.progress(waiting(Optional.empty()));

    String drawn = streams.err().substring("\r\u001b[K".length());
    assertEquals(
        "  Backfill users 50 %  1,000 of 2,000 rows, 100/s, 8-20 s left, waited 12 s", drawn);
    assertTrue(drawn.length() <= 80, drawn);
  }

  private static Progress waiting(Optional<String> hold) {
    return new Progress(
        USERS,
        Stage.CONVERT,
        1_000,
        2_000,
        100,
        Optional.of(
            new Eta(Duration.ofSeconds(10), Duration.ofSeconds(8), Duration.ofSeconds(20))),
        hold,
        Map.of(
            "vacuum of the table", Duration.ofSeconds(2),
            "replica lag", Duration.ofSeconds(10)));
  }

  private static Progress progress(long done) {
    Duration left = Duration.ofSeconds((2_000 - done) / 100);
    return new Progress(
        USERS,
        Stage.CONVERT,
        done,
        2_000,
        100,
        Optional.of(new Eta(left, left, left)),
        Optional.empty(),
        Map.of());
  }
}
