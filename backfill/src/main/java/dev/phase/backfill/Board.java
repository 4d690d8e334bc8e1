package dev.phase.backfill;

import java.time.Clock;
import java.util.Optional;

/** What all workers of one process have done, for a reader. Safe for use by many threads. */
final class Board {

  private final Job job;
  private final ProgressListener listener;
  private final Speed speed;
  private Stage stage = Stage.CONVERT;
  private int number;
  private long rowsDone;
  private long rowsTotal;

  Board(Job job, ProgressListener listener, Clock clock) {
    this.job = job;
    this.listener = listener;
    this.speed = new Speed(clock);
  }

  /**
   * The ledger says how far the pass is, with other processes' work. It may be a batch late, or a
   * batch ahead of what this process has counted.
   */
  synchronized void set(Pass pass, long rows) {
    boolean same = pass.stage() == stage && pass.number() == number;
    stage = pass.stage();
    number = pass.number();
    rowsTotal = pass.rowsTotal();
    rowsDone = same ? Math.max(rowsDone, rows) : rows;
  }

  /** Tells the listener, one worker at a time. */
  synchronized void add(Pass pass, long rows) {
    rowsDone += rows;
    rowsTotal = pass.rowsTotal();
    stage = pass.stage();
    speed.add(rows);
    tell(Optional.empty());
  }

  /** The same, while a worker waits. */
  synchronized void hold(String reason) {
    tell(Optional.of(reason));
  }

  private void tell(Optional<String> hold) {
    long total = Math.max(rowsTotal, rowsDone);
    listener.on(
        new Progress(
            job.table().name(),
            stage,
            rowsDone,
            total,
            speed.rowsPerSecond(),
            Speed.eta(total - rowsDone, speed.rowsPerSecond()),
            hold));
  }
}
