package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Sweep;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs sweeps and keeps their ledger in the database that it converts. Safe for use by many
 * threads; each worker of a run holds a connection of its own, and another one while it verifies,
 * and {@link #run} one more.
 */
public final class Backfill {

  private final Jdbi jdbi;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Meter meter;

  public Backfill(Jdbi jdbi, Clock clock, Sleeper sleeper) {
    this(jdbi, clock, sleeper, Meter.NONE);
  }

  public Backfill(Jdbi jdbi, Clock clock, Sleeper sleeper, Meter meter) {
    this.jdbi = requireNonNull(jdbi, "jdbi is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.sleeper = requireNonNull(sleeper, "sleeper is null");
    this.meter = requireNonNull(meter, "meter is null");
  }

  /** The statements that create the ledger; they do nothing where it exists. */
  public static List<Sql> schema() {
    return Ledger.schema();
  }

  /**
   * Converts and verifies every row that is there. A run of this id that did not end goes on where
   * it stands; one that is done returns at once; one that is at work elsewhere gets more workers.
   *
   * @param listener heard on the thread that calls, or, where there are several workers, on theirs,
   *     one at a time
   * @throws BackfillException when it cannot go on
   */
  public Outcome run(SweepRequest request, ProgressListener listener, StopSignal stop) {
    requireNonNull(listener, "listener is null");
    requireNonNull(stop, "stop is null");
    return run(request, Ledger::start, listener, stop, true);
  }

  /**
   * The same for a run that is in the ledger, with what that knows of it.
   *
   * @return {@link Outcome#SUPERSEDED} where there is none, {@link Outcome#QUEUED} where another
   *     one of its table comes first
   * @throws BackfillException when it cannot go on
   */
  public Outcome work(
      String id, BatchSettings settings, ProgressListener listener, StopSignal stop) {
    requireNonNull(listener, "listener is null");
    requireNonNull(stop, "stop is null");
    return resume(id, settings, listener, stop, true);
  }

  /**
   * The same for a while, so that one can go on to another run then.
   *
   * @param most how long; it ends with its present batch, or its present proof
   * @return also {@link Outcome#STOPPED}, where there is more to do
   * @throws BackfillException when it cannot go on
   */
  public Outcome slice(String id, BatchSettings settings, Duration most, StopSignal stop) {
    requireNonNull(stop, "stop is null");
    Instant end = clock.instant().plus(most);
    return resume(
        id,
        settings,
        ProgressListener.none(),
        StopSignal.at(end, clock, stop),
        false);
  }

  private Outcome resume(
      String id,
      BatchSettings settings,
      ProgressListener listener,
      StopSignal stop,
      boolean notesStops) {
    Optional<StoredSweep> stored = jdbi.withHandle(handle -> StoredSweep.read(handle, id));
    return stored
        .map(
            s ->
                run(
                    new SweepRequest(id, s.sweep(), settings),
                    (handle, x) -> Ledger.resume(handle, s.run()),
                    listener,
                    stop,
                    notesStops))
        .orElse(Outcome.SUPERSEDED);
  }

  private Outcome run(
      SweepRequest request,
      Runner.Start start,
      ProgressListener listener,
      StopSignal stop,
      boolean notesStops) {
    Duration lease = request.settings().lease();
    try (Session session = new Session(jdbi, new Retry(sleeper), lease)) {
      return new Runner(session, clock, sleeper, meter, notesStops)
          .run(request, start, listener, stop, () -> new Session(jdbi, new Retry(sleeper), lease));
    }
  }

  /**
   * Makes runs for others to work on, one for each sweep by its name; in the transaction of this
   * connection. What was known of a run of the same name is forgotten.
   */
  public static void queue(Connection connection, Map<String, Sweep> sweeps) {
    Jdbi.create(connection)
        .useHandle(
            handle -> sweeps.forEach((id, sweep) -> Ledger.queue(handle, id, sweep)));
  }

  /**
   * Removes the runs whose names begin so, as a rollback does, in the transaction of this
   * connection; those that are at work end with their present batch.
   */
  public static void forget(Connection connection, String prefix) {
    Jdbi.create(connection).useHandle(handle -> Ledger.forgetAll(handle, prefix));
  }

  /**
   * Looks at every row of a table whether these hold, and writes nothing.
   *
   * @throws BackfillException when it cannot go on
   * @throws InterruptedException when the thread is; nothing has to be undone
   */
  public SurveyResult survey(
      QualifiedName table,
      List<SyncCheck> checks,
      BatchSettings settings,
      ProgressListener listener,
      StopSignal stop)
      throws InterruptedException {
    try (Session session = new Session(jdbi, new Retry(sleeper), settings.lease())) {
      return new Survey(session, table, checks, settings, clock, sleeper).run(listener, stop);
    }
  }

  /** What runs are to do, as somebody wants it. */
  public Controls controls(Actor actor) {
    return new Controls(jdbi, actor);
  }

  /**
   * Everything about one run; absent where there is none.
   *
   * @throws SQLException where the ledger cannot be read
   */
  public Optional<RunDetails> show(String id) throws SQLException {
    try (Handle handle = jdbi.open()) {
      return list(handle.getConnection()).stream()
          .filter(run -> run.id().equals(id))
          .findFirst()
          .map(run -> new RunReader(handle, id).read(run));
    }
  }

  /** The first rows in quarantine, oldest first. */
  public List<QuarantinedRow> quarantine(String id, int limit) {
    return jdbi.withHandle(handle -> Quarantine.list(handle, id, limit));
  }

  /** How many rows are in quarantine. */
  public long quarantined(String id) {
    return jdbi.withHandle(handle -> Quarantine.count(handle, id));
  }

  /**
   * Removes a run from the ledger, as a rollback does; if it is at work, it ends with its present
   * batch.
   *
   * @return whether there was such a run
   */
  public boolean forget(String id) {
    return jdbi.withHandle(handle -> Ledger.forget(handle, id));
  }

  /**
   * Puts away what the dead have left, and what is long over. To be called now and then.
   *
   * @param orphans runs whose version is gone
   * @param retention how long to keep what is over
   */
  public Tidied tidy(Collection<String> orphans, Duration retention, Actor actor) {
    return jdbi.inTransaction(
        handle -> {
          Upkeep upkeep = new Upkeep(handle);
          return new Tidied(
              upkeep.freeChunks(),
              upkeep.closeOrphans(orphans, retention, actor),
              upkeep.dropAudit(retention));
        });
  }

  /**
   * All runs, oldest first.
   *
   * @throws SQLException where the ledger cannot be read
   */
  public List<RunSnapshot> list() throws SQLException {
    try (Handle handle = jdbi.open()) {
      return list(handle.getConnection());
    }
  }

  /**
   * All runs, oldest first. Plain JDBC, so that a command that only looks starts fast.
   *
   * @throws SQLException where the ledger cannot be read
   */
  public static List<RunSnapshot> list(Connection connection) throws SQLException {
    return RunList.read(connection);
  }
}
