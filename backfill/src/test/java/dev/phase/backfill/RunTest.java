package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs begin, end and go on. */
@PostgresTest
class RunTest {

  private static final SweepRequest REQUEST = request(100, "t", fill("b", "int", "a * 2"));

  private final Database database;
  private Bench bench;

  RunTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    bench = Bench.of(database);
    database.run(
        // Of this size, 25 rows fill a page.
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, filler char(280) NOT NULL DEFAULT '')"
            + " WITH (autovacuum_enabled = off)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i",
        "CREATE TABLE audit (id int)",
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO audit VALUES (new.id); RETURN NULL; END'",
        "CREATE TRIGGER audit AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION audit()");
  }

  @Test
  void reportsEachBatch() {
    List<Progress> heard = new ArrayList<>();
    bench.backfill().run(REQUEST, heard::add, StopSignal.never());
    assertEquals(20, heard.size());
    assertEquals(Stage.CONVERT, heard.get(0).stage());
    assertEquals(100, heard.get(0).rowsDone());
    assertEquals(1000, heard.get(0).rowsTotal());
    assertTrue(heard.get(9).rowsPerSecond() > 0);
    assertEquals(Optional.of(Duration.ZERO), heard.get(9).eta().map(Eta::likely));
    assertEquals(Stage.VERIFY, heard.get(10).stage());
    assertEquals("public.t", heard.get(19).table().toString());
  }

  @Test
  void restsBetweenBatches() throws SQLException {
    List<Duration> rests = new ArrayList<>();
    var settings = new BatchSettings(400, Duration.ZERO, Duration.ofSeconds(3), 1).withStripes(1);
    var backfill =
        new Backfill(
            Jdbi.create(database::connect),
            Clock.systemUTC(),
            rests::add);
    backfill.run(
        request(settings, "t", fill("b", "int", "a")), ProgressListener.none(), StopSignal.never());
    assertEquals(List.of(settings.pause()), rests.stream().distinct().toList());
    assertEquals(6, rests.size());
  }

  @Test
  void returnsAtOnceWhenItIsDone() throws SQLException {
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    database.run("UPDATE t SET b = 0");
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertEquals("1000", bench.query("SELECT count(*) FROM t WHERE b = 0"));
  }

  @Test
  void runsAgainAfterItIsForgotten() throws SQLException {
    bench.run(REQUEST);
    database.run("UPDATE t SET b = 0");
    assertTrue(bench.backfill().forget(ID));
    assertFalse(bench.backfill().forget(ID));
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b = 0"));
  }

  @Test
  void leavesAnEmptyTableAlone() throws SQLException {
    database.run("TRUNCATE t");
    List<Progress> heard = new ArrayList<>();
    assertEquals(Outcome.DONE, bench.backfill().run(REQUEST, heard::add, StopSignal.never()));
    assertEquals(List.of(), heard);
    assertEquals(RunState.DONE, bench.backfill().list().get(0).state());
  }

  @Test
  void goesOnWhereItWasAbandoned() throws SQLException {
    var e =
        assertThrows(
            IllegalStateException.class,
            () ->
                bench
                    .backfill()
                    .run(REQUEST, p -> failAt(p.rowsDone() == 400), StopSignal.never()));
    assertEquals("abandoned", e.getMessage());
    assertEquals("400", bench.query("SELECT count(b) FROM t"));
    var run = bench.backfill().list().get(0);
    assertEquals(RunState.FAILED, run.state());
    assertEquals(Optional.of("abandoned"), run.reason());
    assertEquals(400, run.rowsDone());

    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertConvertedOnce();
  }

  @Test
  void goesOnWithTheVerificationThatWasAbandoned() {
    assertThrows(
        IllegalStateException.class,
        () ->
            bench
                .backfill()
                .run(
                    REQUEST,
                    p -> failAt(p.stage() == Stage.VERIFY && p.rowsDone() == 700),
                    StopSignal.never()));
    List<Progress> heard = new ArrayList<>();
    bench.backfill().run(REQUEST, heard::add, StopSignal.never());
    assertEquals(List.of(800L, 900L, 1000L), heard.stream().map(Progress::rowsDone).toList());
  }

  @Test
  void stopsBetweenTwoBatchesWhenTold() throws SQLException {
    int[] asked = {0};
    Outcome outcome =
        bench.backfill().run(REQUEST, ProgressListener.none(), () -> ++asked[0] > 5);
    assertEquals(Outcome.STOPPED, outcome);
    assertEquals("300", bench.query("SELECT count(b) FROM t"));
    assertEquals(RunState.STOPPED, bench.backfill().list().get(0).state());
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertConvertedOnce();
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws SQLException {
    Outcome outcome =
        bench
            .backfill()
            .run(REQUEST, p -> Thread.currentThread().interrupt(), StopSignal.never());
    assertTrue(Thread.interrupted());
    assertEquals(Outcome.STOPPED, outcome);
    assertEquals("100", bench.query("SELECT count(b) FROM t"));
  }

  @Test
  void pausesAndResumesFromAnotherSession() throws SQLException {
    Outcome outcome =
        bench
            .backfill()
            .run(
                REQUEST,
                p -> {
                  if (p.rowsDone() == 300) {
                    assertTrue(bench.controls().pause(ID));
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.PAUSED, outcome);
    assertEquals("300", bench.query("SELECT count(b) FROM t"));
    var run = bench.backfill().list().get(0);
    assertEquals(RunState.PAUSED, run.state());
    assertEquals(Optional.of("paused by ada@desk"), run.reason());
    assertEquals(Optional.empty(), run.eta());

    assertEquals(Outcome.PAUSED, bench.run(REQUEST));
    assertTrue(bench.controls().resume(ID));
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertConvertedOnce();
  }

  @Test
  void hasNothingToPauseWhereThereIsNoRunOrItIsDone() {
    assertFalse(bench.controls().pause(ID));
    bench.run(REQUEST);
    assertFalse(bench.controls().pause(ID));
    assertFalse(bench.controls().resume(ID));
  }

  @Test
  void leavesAChunkToWhoeverTookItOver() throws SQLException {
    List<Long> heard = new ArrayList<>();
    Outcome outcome =
        bench
            .backfill()
            .run(
                REQUEST,
                p -> {
                  heard.add(p.rowsDone());
                  if (heard.size() == 1) {
                    run("UPDATE phase.backfill_chunk SET owner = gen_random_uuid(),"
                        + " epoch = epoch + 1, backend = 0");
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertConvertedOnce();
  }

  @Test
  void sharesTheRowsWithAnotherRunOfTheSameSweep() throws SQLException {
    List<Outcome> newer = new ArrayList<>();
    Outcome outcome =
        bench
            .backfill()
            .run(
                REQUEST,
                p -> {
                  if (newer.isEmpty()) {
                    newer.add(Outcome.STOPPED);
                    newer.set(0, bench.backfill().run(REQUEST, q -> {}, stopAfter(4)));
                  }
                },
                StopSignal.never());
    assertEquals(List.of(Outcome.STOPPED), newer);
    assertEquals(Outcome.DONE, outcome);
    assertConvertedOnce();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void letsSeveralWorkersShareTheRows(int workers) throws SQLException {
    List<Progress> heard = new ArrayList<>();
    var settings = new BatchSettings(10, Duration.ZERO, Duration.ZERO, workers);
    Outcome outcome =
        bench
            .backfill()
            .run(
                request(settings, "t", fill("b", "int", "a * 2")), heard::add, StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertConvertedOnce();
    assertEquals("1000", bench.query("SELECT rows_changed FROM phase.backfill_run"));
    assertEquals(1000, heard.get(heard.size() - 1).rowsDone(), 10 * 8 * workers);
    assertEquals("0", bench.query("SELECT count(*) FROM phase.backfill_chunk"));
  }

  @Test
  void canBeWorkedInSlicesByWhoeverKnowsItsName() throws SQLException {
    assertEquals(
        Outcome.SUPERSEDED,
        bench.backfill().slice(ID, Bench.settings(100), Duration.ofHours(1), StopSignal.never()));
    bench.backfill().run(REQUEST, ProgressListener.none(), stopAfter(4));
    Outcome outcome = Outcome.STOPPED;
    int slices = 0;
    while (outcome == Outcome.STOPPED) {
      outcome =
          bench.backfill().slice(ID, Bench.settings(100), Duration.ofHours(1), stopAfter(3));
      slices++;
    }
    assertEquals(Outcome.DONE, outcome);
    assertTrue(slices > 3);
    assertConvertedOnce();
  }

  @Test
  void endsASliceWhenItsTimeIsOver() throws SQLException {
    bench.backfill().run(REQUEST, ProgressListener.none(), stopAfter(4));
    assertEquals(
        Outcome.STOPPED,
        bench.backfill().slice(ID, Bench.settings(100), Duration.ZERO, StopSignal.never()));
    assertEquals(RunState.RUNNING, bench.backfill().list().get(0).state());
  }

  @Test
  void endsAllWorkersWithTheFailureOfOne() throws SQLException {
    var settings = new BatchSettings(10, Duration.ZERO, Duration.ZERO, 3);
    var e =
        assertThrows(
            IllegalStateException.class,
            () ->
                bench
                    .backfill()
                    .run(
                        request(settings, "t", fill("b", "int", "a * 2")),
                        p -> failAt(p.rowsDone() > 300),
                        StopSignal.never()));
    assertEquals("abandoned", e.getMessage());
    assertEquals(
        "0", bench.query("SELECT count(*) FROM phase.backfill_chunk WHERE state = 'RUNNING'"));
    assertEquals(Outcome.DONE, bench.run(REQUEST));
    assertConvertedOnce();
  }

  @Test
  void isFencedOffWhenItIsForgotten() throws SQLException {
    Outcome outcome =
        bench.backfill().run(REQUEST, p -> bench.backfill().forget(ID), StopSignal.never());
    assertEquals(Outcome.SUPERSEDED, outcome);
    assertEquals("100", bench.query("SELECT count(b) FROM t"));
    assertEquals(List.of(), bench.backfill().list());
  }

  @Test
  void doesNotFollowRowsThatComeLater() throws SQLException {
    int[] id = {1000};
    Outcome outcome =
        bench
            .backfill()
            .run(
                REQUEST,
                p -> {
                  if (p.stage() == Stage.CONVERT) {
                    run("INSERT INTO t SELECT i, i, i * 2 FROM generate_series(%d, %d) AS i"
                        .formatted(id[0] + 1, id[0] += 500));
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals(6000, id[0]);
    assertConvertedOnce();
  }

  @Test
  void analyzesTheFilledColumns() throws SQLException {
    bench.run(REQUEST);
    assertEquals(
        "b", bench.query("SELECT string_agg(attname, ',') FROM pg_stats WHERE tablename = 't'"));
  }

  private void assertConvertedOnce() throws SQLException {
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals("1000", bench.query("SELECT count(*) FROM audit"));
    assertEquals("1000", bench.query("SELECT count(DISTINCT id) FROM audit"));
  }

  private static StopSignal stopAfter(int steps) {
    int[] asked = {0};
    return () -> asked[0]++ >= steps;
  }

  private static void failAt(boolean now) {
    if (now) {
      throw new IllegalStateException("abandoned");
    }
  }

  private void run(String sql) {
    try {
      database.run(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
