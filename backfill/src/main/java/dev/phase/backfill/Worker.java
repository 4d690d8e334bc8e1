package dev.phase.backfill;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Works chunk after chunk of one run, over one connection, in one thread. */
final class Worker {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final Session session;
  private final Job job;
  private final Board board;
  private final Sleeper sleeper;
  private final Speed speed;
  private final Pace pace;
  private final Claims claims;
  private final BatchWork batches;
  private Optional<Claim> claim = Optional.empty();

  Worker(Session session, Job job, Board board, Clock clock, Sleeper sleeper) {
    this.session = session;
    this.job = job;
    this.board = board;
    this.sleeper = sleeper;
    this.speed = new Speed(clock);
    this.pace = new Pace(job.request().settings());
    this.claims = new Claims(job, UUID.randomUUID());
    this.batches = new BatchWork(job);
  }

  Outcome run(StopSignal stop) {
    try {
      return work(stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.STOPPED;
    } catch (SQLException e) {
      throw failure(e);
    } catch (RuntimeException e) {
      throw SqlErrors.find(e).isPresent() ? failure(e) : e;
    } finally {
      release();
    }
  }

  private BackfillException failure(Exception e) {
    return Failures.of(e, job.table().name(), batches.range());
  }

  private Outcome work(StopSignal stop) throws SQLException, InterruptedException {
    while (!stop.isRaised()) {
      long start = System.nanoTime();
      Step step = claim.isPresent() ? batch() : session.run(claims::next);
      if (step instanceof Step.Claimed claimed) {
        claim = Optional.of(claimed.claim());
        board.set(claimed.pass(), claimed.rowsDone());
      } else if (step instanceof Step.Worked worked) {
        pace.add(Duration.ofNanos(System.nanoTime() - start), worked.walBytes());
        worked(worked);
      } else {
        Optional<Outcome> outcome = turn((Step.Turn) step);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
    return Outcome.STOPPED;
  }

  private Step batch() throws SQLException, InterruptedException {
    try {
      return batch(BatchWork.Care.ALL);
    } catch (SQLException | RuntimeException e) {
      if (SqlErrors.isOfData(e)) {
        return batch(BatchWork.Care.ROW_BY_ROW);
      }
      if (SqlErrors.has(e, SqlErrors.QUERY_CANCELED) && pace.halve()) {
        return Step.Turn.TOO_LONG;
      }
      if (SqlErrors.has(e, SqlErrors.DISK_FULL)) {
        return halt("The disk of the server is full.");
      }
      throw e;
    }
  }

  private Step batch(BatchWork.Care care) throws SQLException, InterruptedException {
    return session.run(
        handle ->
            batches.next(handle, claim.orElseThrow(), pace.rows(), speed.rowsPerSecond(), care));
  }

  /** Until someone has seen to it and resumes the run. */
  private Step halt(String reason) throws SQLException, InterruptedException {
    return session.run(
        handle -> {
          Ledger.halt(handle, job.run(), reason);
          return Step.Turn.PAUSED;
        });
  }

  private void worked(Step.Worked worked) throws InterruptedException {
    if (worked.endsChunk()) {
      claim = Optional.empty();
    }
    speed.add(worked.rows());
    board.add(worked.pass(), worked.rows());
    sleeper.sleep(job.request().settings().pause());
  }

  /** The outcome, where the step was the last one. */
  private Optional<Outcome> turn(Step.Turn turn) throws SQLException, InterruptedException {
    switch (turn) {
      case NEXT_PASS, TOO_LONG -> {}
      case LOST -> claim = Optional.empty();
      case WAIT -> sleeper.sleep(WAIT);
      case PAUSED -> {
        return Optional.of(Outcome.PAUSED);
      }
      case FORGOTTEN -> {
        return Optional.of(Outcome.SUPERSEDED);
      }
      case FINISHED -> {
        analyze();
        return Optional.of(done());
      }
      case QUARANTINED -> {
        return Optional.of(Outcome.QUARANTINED);
      }
      case EMPTY -> {
        return Optional.of(done());
      }
      case DONE -> {
        return Optional.of(Outcome.DONE);
      }
    }
    return Optional.empty();
  }

  /** Autovacuum does the same later, so a table that is locked for long is left to it. */
  private void analyze() throws SQLException, InterruptedException {
    try {
      session.run(
          transaction ->
              RawSql.update(transaction, SweepSql.analyze(job.request().sweep())));
    } catch (SQLException e) {
      if (!SqlErrors.isTransient(e)) {
        throw e;
      }
    }
  }

  private Outcome done() throws SQLException, InterruptedException {
    session.run(
        handle -> {
          Ledger.finish(handle, job.run());
          return Outcome.DONE;
        });
    return Outcome.DONE;
  }

  /** So that nobody has to wait for the lease to end. */
  private void release() {
    boolean interrupted = Thread.interrupted();
    try {
      if (claim.isPresent()) {
        session.run(
            handle -> {
              ChunkLedger.release(handle, claim.get());
              return claim;
            });
      }
    } catch (SQLException | RuntimeException ignored) {
      // The lease ends by itself.
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      session.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
