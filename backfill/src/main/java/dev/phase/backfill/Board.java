package dev.phase.backfill;

import dev.phase.backfill.throttle.Hold;
import dev.phase.backfill.throttle.Signal;
import dev.phase.sql.QualifiedName;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What all workers of one process have done, for a reader. Safe for use by many threads. */
final class Board {

  private final QualifiedName table;
  private final ProgressListener listener;
  private final Meter meter;
  private final Speed speed;
  private final Map<String, Duration> throttled = new LinkedHashMap<>();
  private Stage stage = Stage.CONVERT;
  private Optional<Pass> present = Optional.empty();
  private long rowsDone;
  private long rowsTotal;

  Board(Job job, ProgressListener listener, Meter meter, Clock clock) {
    this.table = job.table().name();
    this.listener = listener;
    this.meter = meter;
    this.speed = new Speed(clock);
  }

  /**
   * The ledger says how far the pass is, with other processes' work. It may be a batch late, or a
   * batch ahead of what this process has counted.
   */
  synchronized void set(Pass pass, long rows) {
    boolean same = present.filter(pass::continues).isPresent();
    present = Optional.of(pass);
    stage = pass.stage();
    rowsTotal = pass.rowsTotal();
    rowsDone = same ? Math.max(rowsDone, rows) : rows;
  }

  /** Tells of a batch, one worker at a time. */
  synchronized void add(Step.Worked batch, Duration took) {
    rowsDone += batch.rows();
    rowsTotal = batch.pass().rowsTotal();
    stage = batch.pass().stage();
    speed.add(batch.rows());
    meter.batch(
        table, new Meter.Batch(stage, batch.rows(), batch.written(), batch.walBytes(), took));
    tell(Optional.empty());
  }

  /** The signals were looked at. */
  void looked(Map<Signal, Double> shares) {
    meter.looked(table, shares);
  }

  /** All workers wait for so long. */
  synchronized void waits(Hold hold, Duration time) {
    throttled.merge(hold.cause().words(), time, Duration::plus);
    meter.held(table, hold.cause(), time);
  }

  /** Tells that a worker waits. */
  synchronized void hold(String reason) {
    tell(Optional.of(reason));
  }

  /** A worker has lost its chunk. */
  void lost() {
    meter.lost(table);
  }

  private void tell(Optional<String> hold) {
    long total = Math.max(rowsTotal, rowsDone);
    Rate rate = speed.rate();
    listener.on(
        new Progress(
            table,
            stage,
            rowsDone,
            total,
            rate.rows(),
            rate.eta(total - rowsDone),
            hold,
            throttled));
  }
}
