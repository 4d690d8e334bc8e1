package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.backfill.throttle.TimeWindow;
import dev.phase.sql.Sql;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that has to wait for others. */
@PostgresTest
class WaitingTest {

  private static final Limits BUSY =
      new Limits(
          Map.of(),
          Optional.empty(),
          Optional.of(new Sql("SELECT count(*) > 0 FROM busy")),
          Set.of());
  private static final SweepRequest REQUEST =
      request(Bench.settings(100).withLimits(BUSY), "t", fill("b", "int", "a"));

  private final Database database;
  private Bench bench;

  WaitingTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i",
        "CREATE TABLE busy AS SELECT 1");
  }

  private Outcome run(List<Progress> heard, Runnable meanwhile) {
    Sleeper sleeper =
        time -> {
          if (!time.isZero()) {
            meanwhile.run();
          }
        };
    return new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), sleeper)
        .run(REQUEST, heard::add, StopSignal.never());
  }

  @Test
  void saysWhyAndHowLongAndGoesOnByItself() throws SQLException {
    List<Progress> heard = new ArrayList<>();
    Outcome outcome =
        run(
            heard,
            () -> {
              RunSnapshot run = runs().get(0);
              assertEquals(RunState.RUNNING, run.state());
              assertEquals(Optional.of("waits: the query of pause_while"), run.reason());
              sql("DELETE FROM busy");
              pass();
            });
    assertEquals(Outcome.DONE, outcome);
    assertEquals(Optional.of("the query of pause_while"), heard.get(0).hold());
    assertEquals(Optional.empty(), heard.get(heard.size() - 1).hold());
    assertEquals(Optional.empty(), runs().get(0).reason());
    assertEquals(
        Map.of("the query of pause_while", Duration.ofSeconds(1)),
        bench.backfill().show(ID).orElseThrow().throttled());
  }

  @Test
  void canBePausedWhileItWaits() {
    Outcome outcome = run(new ArrayList<>(), () -> bench.controls().pause(ID));
    assertEquals(Outcome.PAUSED, outcome);
    assertEquals(Optional.of("paused by ada@desk"), runs().get(0).reason());
  }

  @Test
  void endsWhereASignalCannotBeSeen() {
    Limits hidden =
        new Limits(
            Map.of(Signal.ACTIVE_SESSIONS, 5.0), Optional.empty(), Optional.empty(), Set.of());
    var request =
        request(Bench.settings(100).withLimits(hidden), "t", fill("b", "int", "a"));
    var e = assertThrows(BackfillException.class, () -> bench.run(request));
    assertEquals(Kind.UNOBSERVABLE, e.kind());
    assertTrue(e.remedy().contains("GRANT pg_read_all_stats"), e.remedy());
    assertEquals(RunState.FAILED, runs().get(0).state());
  }

  @Test
  void restsForAShareOfEachBatch() {
    List<Duration> rests = new ArrayList<>();
    var settings = Bench.settings(100).withNicePercent(50);
    new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), rests::add)
        .run(
            request(settings, "t", fill("b", "int", "a")),
            ProgressListener.none(),
            StopSignal.never());
    assertTrue(rests.stream().noneMatch(Duration::isZero), rests.toString());
  }

  @Test
  void goesOnWhenItsWindowOpens() throws SQLException {
    TimeWindow.Span night =
        new TimeWindow.Span(
            EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0));
    TimeWindow window = new TimeWindow(List.of(night), ZoneId.of("Europe/Berlin"));
    Limits nights = new Limits(Map.of(), Optional.of(window), Optional.empty(), Set.of());
    MovingClock clock = new MovingClock(Instant.parse("2026-01-01T20:00:00Z"));
    List<Instant> batches = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Sleeper tenMinutes =
        time -> {
          if (!time.isZero()) {
            clock.now = clock.now.plus(Duration.ofMinutes(10));
          }
        };
    Outcome outcome =
        new Backfill(Jdbi.create(database::connect), clock, tenMinutes)
            .run(
                request(Bench.settings(100).withLimits(nights), "t", fill("b", "int", "a")),
                progress ->
                    progress.hold().ifPresentOrElse(reasons::add, () -> batches.add(clock.now)),
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals(Instant.parse("2026-01-01T21:00:00Z"), batches.get(0));
    assertEquals(
        Collections.nCopies(6, "outside of the time window, until Thu 22:00 Europe/Berlin"),
        reasons);
    assertEquals(
        Map.of("outside of the time window", Duration.ofSeconds(6)),
        bench.backfill().show(ID).orElseThrow().throttled());
  }

  /** A clock that a test moves. */
  private static final class MovingClock extends Clock {
    private Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

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

  private List<RunSnapshot> runs() {
    try {
      return bench.backfill().list();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void sql(String sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A look at the signals holds for a second. */
  private static void pass() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
