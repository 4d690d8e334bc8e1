package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static dev.phase.backfill.CountedTable.REQUEST;
import static dev.phase.backfill.CountedTable.failAt;
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

/** How runs begin, end and go on. */
@PostgresTest
class RunTest {

  private final Database database;
  private CountedTable table;
  private Bench bench;

  RunTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    table = new CountedTable(database);
    bench = table.bench();
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
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
  }

  @Test
  void hasNothingToPauseWhereThereIsNoRunOrItIsDone() {
    assertFalse(bench.controls().pause(ID));
    bench.run(REQUEST);
    assertFalse(bench.controls().pause(ID));
    assertFalse(bench.controls().resume(ID));
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
                    table.run("INSERT INTO t SELECT i, i, i * 2 FROM generate_series(%d, %d) AS i"
                        .formatted(id[0] + 1, id[0] += 500));
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals(6000, id[0]);
    table.assertConvertedOnce();
  }

  @Test
  void analyzesTheFilledColumns() throws SQLException {
    bench.run(REQUEST);
    assertEquals(
        "b", bench.query("SELECT string_agg(attname, ',') FROM pg_stats WHERE tablename = 't'"));
  }
}
