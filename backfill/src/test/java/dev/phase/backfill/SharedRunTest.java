package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static dev.phase.backfill.CountedTable.REQUEST;
import static dev.phase.backfill.CountedTable.failAt;
import static dev.phase.backfill.CountedTable.stopAfter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that several workers share, or take over from one another. */
@PostgresTest
class SharedRunTest {

  private final CountedTable table;
  private final Bench bench;

  SharedRunTest(Database database) throws SQLException {
    this.table = new CountedTable(database);
    this.bench = table.bench();
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
                    table.run("UPDATE phase.backfill_chunk SET owner = gen_random_uuid(),"
                        + " epoch = epoch + 1, backend = 0");
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
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
    table.assertConvertedOnce();
  }
}
