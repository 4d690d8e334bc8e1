package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those are told who measure. */
@PostgresTest
class MeterTest {

  private final Database database;
  private final Recorder meter = new Recorder();

  MeterTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    Bench.of(database);
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i, CASE WHEN i % 2 = 0 THEN i END"
            + " FROM generate_series(1, 5000) AS i");
  }

  @Test
  void everyBatchCounts() {
    assertEquals(Outcome.DONE, run(Limits.NONE, progress -> {}));
    assertEquals(5000, meter.sum(Stage.CONVERT, Meter.Batch::rows));
    assertEquals(2500, meter.sum(Stage.CONVERT, Meter.Batch::written));
    assertEquals(5000, meter.sum(Stage.VERIFY, Meter.Batch::rows));
    assertEquals(0, meter.sum(Stage.VERIFY, Meter.Batch::written));
    assertTrue(meter.sum(Stage.CONVERT, Meter.Batch::walBytes) > 0);
    assertEquals(0, meter.lost);
  }

  /** As where it was frozen for longer than its lease. */
  @Test
  void aChunkThatWasTakenCounts() {
    boolean[] taken = {false};
    Outcome outcome =
        run(
            Limits.NONE,
            progress -> {
              if (!taken[0]) {
                taken[0] = true;
                take();
              }
            });
    assertEquals(Outcome.DONE, outcome);
    assertEquals(1, meter.lost);
  }

  private void take() {
    try {
      database.run(
          "UPDATE phase.backfill_chunk SET state = 'PENDING', owner = NULL"
              + " WHERE state = 'RUNNING'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyLookAtTheSignalsCounts() {
    Limits limits =
        new Limits(
            Map.of(Signal.LOCK_WAITERS, 4.0, Signal.XMIN_AGE, 1e9),
            Optional.empty(),
            Optional.empty(),
            Set.of());
    run(limits, progress -> {});
    assertEquals(Set.of(Signal.LOCK_WAITERS, Signal.XMIN_AGE), meter.shares.keySet());
    assertEquals(0, meter.shares.get(Signal.LOCK_WAITERS));
    assertTrue(meter.shares.get(Signal.XMIN_AGE) < 0.5, meter.shares.toString());
  }

  private Outcome run(Limits limits, ProgressListener listener) {
    return new Backfill(
            Jdbi.create(database::connect), Clock.systemUTC(), Sleeper.system(), meter)
        .run(
            request(Bench.settings(100).withLimits(limits), "t", fill("b", "int", "a")),
            listener,
            StopSignal.never());
  }

  private static final class Recorder implements Meter {
    private final List<Batch> batches = new ArrayList<>();
    private Map<Signal, Double> shares = Map.of();
    private int lost;

    /** What a batch has. */
    interface Number {
      long of(Batch batch);
    }

    long sum(Stage stage, Number number) {
      return batches.stream()
          .filter(batch -> batch.stage() == stage)
          .mapToLong(number::of)
          .sum();
    }

    @Override
    public void batch(QualifiedName table, Batch batch) {
      assertEquals("public.t", table.toString());
      assertTrue(batch.took().compareTo(Duration.ZERO) > 0, batch.toString());
      batches.add(batch);
    }

    @Override
    public void looked(QualifiedName table, Map<Signal, Double> found) {
      shares = found;
    }

    @Override
    public void lost(QualifiedName table) {
      lost++;
    }
  }
}
