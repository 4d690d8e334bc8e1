package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static dev.phase.backfill.Bench.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.plan.Sweep;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ends where something else happens just then. */
@PostgresTest
class RunEndTest {

  private static final Duration SLICE = Duration.ofSeconds(45);

  private final Database database;
  private Bench bench;

  RunEndTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 2000) AS i");
  }

  @Test
  void aWorkerThatRestsLeavesANewRunOfTheNameAlone() throws SQLException {
    queue("a * 2");
    boolean[] over = {false};
    Sleeper rollBackAndEdit =
        rest -> {
          if (!over[0]) {
            over[0] = true;
            unchecked(() -> queue("a * 3"));
          }
        };
    assertEquals(Outcome.SUPERSEDED, slice(rollBackAndEdit, StopSignal.never()));
    assertEquals("QUEUED", bench.query("SELECT state FROM phase.backfill_run"));

    assertEquals(Outcome.DONE, slice(Sleeper.system(), StopSignal.never()));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 3"));
  }

  @Test
  void nobodyElseEndsANewRunOfTheName() throws SQLException {
    queue("a * 2");
    Jdbi jdbi = Jdbi.create(database::connect);
    RunKey before = jdbi.withHandle(h -> StoredSweep.read(h, ID)).orElseThrow().run();
    queue("a * 3");
    jdbi.useTransaction(
        handle -> {
          Ledger.finish(handle, before);
          Ledger.halt(handle, before, "The disk of the server is full.");
          Ledger.end(handle, before, RunState.FAILED, "failed");
          assertEquals(Optional.empty(), Ledger.lock(handle, before));
          assertEquals(Optional.empty(), Ledger.resume(handle, before));
        });
    assertEquals("QUEUED", bench.query("SELECT state FROM phase.backfill_run"));
  }

  @Test
  void aPauseAtTheEndOfASliceIsNoted() throws SQLException {
    queue("a * 2");
    AtomicBoolean over = new AtomicBoolean();
    Sleeper pause =
        rest -> {
          bench.controls().pause(ID);
          over.set(true);
        };
    assertEquals(Outcome.STOPPED, slice(pause, over::get));
    assertEquals(Outcome.PAUSED, slice(Sleeper.system(), StopSignal.never()));
    assertEquals("PAUSED", bench.query("SELECT state FROM phase.backfill_run"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000_000})
  void aConversionThatGivesNullsEndsBesideARowThatRaises(long snapshotPages) throws SQLException {
    database.run(
        "ALTER TABLE t ALTER a TYPE text, ALTER b TYPE text",
        "UPDATE t SET a = CASE WHEN id = 7 THEN 'bad' WHEN id % 100 > 0 THEN a END",
        """
        CREATE FUNCTION norm(phone text) RETURNS text LANGUAGE plpgsql AS '
        BEGIN
          IF phone = ''bad'' THEN RAISE EXCEPTION ''%'', phone; END IF;
          RETURN ''+'' || phone;
        END'""");
    var volatileFill = Bench.fillNull("b", "text", "norm(a)");
    BatchSettings settings = settings(500).withSnapshotPages(snapshotPages);
    assertEquals(Outcome.QUARANTINED, bench.run(request(settings, "t", volatileFill)));
    database.run("UPDATE t SET a = '7' WHERE id = 7");
    bench.controls().retry(ID);
    assertEquals(Outcome.DONE, bench.run(request(settings, "t", volatileFill)));
  }

  @Test
  void mendsAgainOnceNobodySpoilsARowAnyMore() throws SQLException {
    assertThrows(
        BackfillException.class,
        () ->
            bench
                .backfill()
                .run(
                    request(500, "t", fill("b", "int", "a * 2")),
                    progress -> unchecked(() -> database.run("UPDATE t SET b = -1 WHERE id = 7")),
                    StopSignal.never()));
    assertEquals(Outcome.DONE, bench.run(request(500, "t", fill("b", "int", "a * 2"))));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
  }

  private Outcome slice(Sleeper sleeper, StopSignal stop) {
    return new Backfill(Jdbi.create(database::connect), Clock.systemUTC(), sleeper)
        .slice(ID, settings(500), SLICE, stop);
  }

  private void queue(String expression) throws SQLException {
    Sweep sweep = request(1, "t", fill("b", "int", expression)).sweep();
    try (Connection connection = database.connect()) {
      Backfill.queue(connection, Map.of(ID, sweep));
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  private static void unchecked(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
