package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verification that looks at one moment, which somebody has to keep. */
@PostgresTest
class ProofTest {

  private static final BatchSettings SETTINGS =
      new BatchSettings(100, Duration.ZERO, Duration.ZERO, 1).withStripes(1);
  private static final SweepRequest REQUEST = request(SETTINGS, "t", fill("b", "int", "a"));

  private final Database database;
  private Bench bench;

  ProofTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, filler char(280) NOT NULL DEFAULT '')",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i");
  }

  @Test
  void beginsAnewWhenItsMomentIsLost() throws SQLException {
    List<Long> verified = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    Outcome outcome =
        bench
            .backfill()
            .run(
                REQUEST,
                progress -> {
                  if (progress.stage() == Stage.VERIFY) {
                    verified.add(progress.rowsDone());
                    if (verified.size() == 5) {
                      ended.addAll(
                          strings(
                              "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity"
                                  + " WHERE application_name = 'phase proof'"
                                  + " AND datname = current_database()"));
                    }
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals(1, ended.size());
    assertEquals(5 + 10, verified.size(), verified.toString());
    assertEquals(verified.get(0), verified.get(5));
  }

  @Test
  void isNotLeftWhenASliceIsOver() throws SQLException {
    bench.backfill().run(REQUEST, ProgressListener.none(), stopAfter(4));
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            boolean verifies =
                strings("SELECT stage FROM phase.backfill_run").equals(List.of("VERIFY"));
            return verifies ? Instant.EPOCH.plusSeconds(60) : Instant.EPOCH;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    var backfill = new Backfill(Jdbi.create(database::connect), clock, Sleeper.system());
    Duration most = Duration.ofSeconds(45);
    assertEquals(Outcome.DONE, backfill.slice(ID, SETTINGS, most, StopSignal.never()));
  }

  @Test
  void doesNotWaitForItself() {
    Limits limits =
        new Limits(Map.of(Signal.XMIN_AGE, 1.0), Optional.empty(), Optional.empty(), Set.of());
    List<Optional<String>> holds = new ArrayList<>();
    Outcome outcome =
        bench
            .backfill()
            .run(
                request(SETTINGS.withLimits(limits), "t", fill("b", "int", "a")),
                progress -> {
                  holds.add(progress.hold());
                  if (progress.stage() == Stage.VERIFY) {
                    // The next look is due.
                    pass();
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertTrue(holds.stream().allMatch(Optional::isEmpty), holds.toString());
  }

  private static StopSignal stopAfter(int steps) {
    int[] asked = {0};
    return () -> asked[0]++ >= steps;
  }

  private static void pass() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> strings(String query) {
    try {
      return database.strings(query);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
