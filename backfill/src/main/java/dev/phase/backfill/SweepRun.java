package dev.phase.backfill;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** One claim's run, from where the ledger has it to its end. */
final class SweepRun {

  private final Handle handle;
  private final Job job;
  private final Sleeper sleeper;
  private final Speed speed;
  private final PassWorker worker;

  SweepRun(Handle handle, Job job, Speed speed, Sleeper sleeper) {
    this.handle = handle;
    this.job = job;
    this.sleeper = sleeper;
    this.speed = speed;
    this.worker = new PassWorker(job, speed);
  }

  Outcome run(ProgressListener listener, StopSignal stop) {
    try {
      return work(Transactions.on(handle, new Retry(sleeper)), listener, stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped();
    } catch (SQLException | JdbiException e) {
      throw recorded(Failures.of(e, job.table().name(), worker.range()));
    } catch (RuntimeException e) {
      throw recorded(e);
    }
  }

  private Outcome work(Transactions transactions, ProgressListener listener, StopSignal stop)
      throws SQLException, InterruptedException {
    while (!stop.isRaised()) {
      Step step = transactions.run(worker::step);
      if (step instanceof Step.Worked worked) {
        speed.add(worked.rows());
        listener.on(progress(worked.pass()));
        sleeper.sleep(job.request().settings().pause());
      } else if (step == Step.Turn.PAUSED) {
        return Outcome.PAUSED;
      } else if (step == Step.Turn.SUPERSEDED) {
        return Outcome.SUPERSEDED;
      } else if (step == Step.Turn.EMPTY) {
        return done();
      } else if (step == Step.Turn.FINISHED) {
        analyze(transactions);
        return done();
      }
    }
    return stopped();
  }

  private Progress progress(Pass pass) {
    long total = Math.max(pass.rowsTotal(), pass.rowsDone());
    return new Progress(
        job.table().name(),
        pass.stage(),
        pass.rowsDone(),
        total,
        speed.rowsPerSecond(),
        Speed.eta(total - pass.rowsDone(), speed.rowsPerSecond()));
  }

  /** Autovacuum does the same later, so a table that is locked for long is left to it. */
  private void analyze(Transactions transactions) throws SQLException, InterruptedException {
    try {
      transactions.run(transaction -> RawSql.update(transaction, SweepSql.analyze(job.request().sweep())));
    } catch (SQLException e) {
      if (!SqlErrors.isTransient(e)) {
        throw e;
      }
    }
  }

  private Outcome done() {
    Ledger.end(handle, job.claim(), RunState.DONE, Optional.empty());
    return Outcome.DONE;
  }

  private Outcome stopped() {
    Ledger.end(handle, job.claim(), RunState.STOPPED, Optional.of("stopped with its process"));
    return Outcome.STOPPED;
  }

  private <E extends RuntimeException> E recorded(E failure) {
    try {
      Ledger.end(handle, job.claim(), RunState.FAILED, Optional.ofNullable(failure.getMessage()));
    } catch (JdbiException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
