package dev.phase.backfill;

import dev.phase.backfill.throttle.Throttle;
import dev.phase.backfill.throttle.Unobservable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Works chunk after chunk of one run, over one connection, in one thread. */
final class Worker {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final Session session;
  private final Snapshot snapshot;
  private final Brake brake;
  private final Job job;
  private final Board board;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Speed speed;
  private final Claims claims;
  private final BatchWork batches;
  private final Attempt attempt;
  private BatchSettings settings;
  private Paces paces;
  private Rest rest;
  private Optional<Claim> claim = Optional.empty();

  Worker(Session session, Job job, Throttle throttle, Board board, Clock clock, Sleeper sleeper) {
    this.session = session;
    this.snapshot = session.snapshot();
    this.brake = new Brake(session, job, throttle, board, sleeper);
    this.job = job;
    this.board = board;
    this.clock = clock;
    this.sleeper = sleeper;
    this.speed = new Speed(clock);
    this.settings = job.request().settings();
    this.paces = new Paces(settings);
    this.rest = new Rest(settings);
    this.claims = new Claims(job, UUID.randomUUID(), snapshot);
    this.batches = new BatchWork(job, snapshot);
    this.attempt = new Attempt(session, batches, job.key());
  }

  Outcome run(StopSignal stop) {
    try {
      return work(stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.STOPPED;
    } catch (Unobservable e) {
      throw new BackfillException(
          BackfillException.Kind.UNOBSERVABLE, e.problem(), e.remedy(), e.getCause());
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
    while (!(snapshot.isNeeded() ? stop.isUrgent() : stop.isRaised())) {
      if (brake.waits(claim)) {
        continue;
      }
      Instant start = clock.instant();
      Step step =
          claim.isPresent()
              ? attempt.batch(claim.get(), paces, speed.rate())
              : session.run(claims::next);
      if (step instanceof Step.Claimed claimed) {
        claim = Optional.of(claimed.claim());
        follow(claimed.overrides());
        board.set(claimed.pass(), claimed.rowsDone());
      } else if (step instanceof Step.Worked worked) {
        worked(worked, Duration.between(start, clock.instant()));
      } else {
        Optional<Outcome> outcome = turn((Step.Turn) step);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
    return Outcome.STOPPED;
  }

  private void worked(Step.Worked worked, Duration took) throws InterruptedException {
    if (worked.whole()) {
      paces.of(worked.stripe()).add(took, worked.walBytes());
    }
    if (worked.endsChunk()) {
      claim = Optional.empty();
    }
    follow(worked.overrides());
    speed.add(worked.rows());
    board.add(worked, took);
    boolean reads = worked.pass().stage() == Stage.VERIFY;
    sleeper.sleep(rest.after(took, reads ? 0 : worked.walBytes()));
  }

  /** Somebody may change the settings at any time. */
  private void follow(Overrides overrides) {
    BatchSettings wanted = overrides.applyTo(job.request().settings());
    if (!wanted.equals(settings)) {
      settings = wanted;
      paces = new Paces(wanted);
      rest = new Rest(wanted);
    }
  }

  /** The outcome, where the step was the last one. */
  private Optional<Outcome> turn(Step.Turn turn) throws SQLException, InterruptedException {
    switch (turn) {
      case NEXT_PASS, TOO_LONG -> {}
      case LOST -> {
        claim = Optional.empty();
        board.lost();
      }
      case WAIT -> sleeper.sleep(WAIT);
      case PAUSED -> {
        return Optional.of(Outcome.PAUSED);
      }
      case CANCELLED -> {
        return Optional.of(Outcome.CANCELLED);
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

  /** Autovacuum does the same later, so a table that is locked is left to it. */
  private void analyze() throws SQLException, InterruptedException {
    snapshot.close();
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
          Ledger.finish(handle, job.key());
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
      snapshot.close();
      session.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
