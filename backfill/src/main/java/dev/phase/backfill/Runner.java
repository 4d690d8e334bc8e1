package dev.phase.backfill;

import dev.phase.backfill.throttle.Throttle;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Runs one sweep from where the ledger has it to its end, and notes how that ended. */
final class Runner {

  private static final String BEFORE_ITS_ROWS = "before its first rows";

  private final Session session;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Meter meter;
  private final boolean notesStops;

  /** Takes a run for running; absent where it may not. */
  @FunctionalInterface
  interface Start {
    Optional<RunKey> of(Handle handle, SweepRequest request);
  }

  /**
   * @param notesStops whether nobody goes on where the caller's signal ends it
   */
  Runner(Session session, Clock clock, Sleeper sleeper, Meter meter, boolean notesStops) {
    this.notesStops = notesStops;
    this.session = session;
    this.clock = clock;
    this.sleeper = sleeper;
    this.meter = meter;
  }

  /**
   * @param sessions for the workers, each its own
   */
  Outcome run(
      SweepRequest request,
      Start start,
      ProgressListener listener,
      StopSignal stop,
      Supplier<Session> sessions) {
    RunKey run = RunKey.named(request.id());
    try {
      Optional<Job> started = session.run(handle -> started(handle, request, start));
      if (started.isEmpty()) {
        return noted(run, session.run(handle -> Ledger.rest(handle, request.id())));
      }
      Job job = started.get();
      run = job.key();
      Board board = new Board(job, listener, meter, clock);
      Throttle throttle =
          new Throttle(request.settings().limits(), job.table().name(), clock);
      Supplier<Worker> workers =
          () -> new Worker(sessions.get(), job, throttle, board, clock, sleeper);
      return noted(run, new Crew(workers, request.settings().workers()).run(stop));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.STOPPED;
    } catch (SQLException e) {
      throw recorded(run, Failures.of(e, request.sweep().table(), BEFORE_ITS_ROWS));
    } catch (BackfillException e) {
      throw recorded(run, e);
    } catch (RuntimeException e) {
      throw recorded(
          run,
          SqlErrors.find(e).isPresent()
              ? Failures.of(e, request.sweep().table(), BEFORE_ITS_ROWS)
              : e);
    }
  }

  private static Optional<Job> started(Handle handle, SweepRequest request, Start start) {
    return start
        .of(handle, request)
        .map(run -> new Job(request, TargetTable.read(handle, request.sweep().table()), run));
  }

  private Outcome noted(RunKey run, Outcome outcome) throws SQLException, InterruptedException {
    switch (outcome) {
      case PAUSED -> note(run, RunState.PAUSED, "paused by request");
      case CANCELLED -> note(run, RunState.CANCELLED, "cancelled by request");
      case STOPPED -> {
        if (notesStops) {
          note(run, RunState.STOPPED, "stopped with its process");
        }
      }
      case QUARANTINED -> note(run, RunState.QUARANTINED, "rows are in quarantine");
      default -> {}
    }
    return outcome;
  }

  private <E extends RuntimeException> E recorded(RunKey run, E failure) {
    try {
      note(run, RunState.FAILED, failure.getMessage());
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }

  /** An interrupt must not keep the ledger from saying so. */
  private void note(RunKey run, RunState state, String reason)
      throws SQLException, InterruptedException {
    boolean interrupted = Thread.interrupted();
    try {
      session.run(
          handle -> {
            Ledger.end(handle, run, state, reason);
            return state;
          });
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
