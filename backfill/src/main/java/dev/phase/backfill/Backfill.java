package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs sweeps and keeps their ledger in the database that it converts. Safe for use by many threads;
 * each worker of a
 * run holds a connection of its own, and {@link #run} one more.
 */
public final class Backfill {

  private final Jdbi jdbi;
  private final Clock clock;
  private final Sleeper sleeper;

  public Backfill(Jdbi jdbi, Clock clock, Sleeper sleeper) {
    this.jdbi = requireNonNull(jdbi, "jdbi is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.sleeper = requireNonNull(sleeper, "sleeper is null");
  }

  /** The statements that create the ledger; they do nothing where it exists. */
  public static List<Sql> schema() {
    return Ledger.schema();
  }

  /**
   * Converts and verifies every row that is there. A run of this id that did not end goes on where it
   * stands; one that is done returns at once; one that is at work elsewhere gets more workers.
   *
   * @param listener heard on the thread that calls, or, where there are several workers, on theirs,
   *     one at a time
   * @throws BackfillException when it cannot go on
   */
  public Outcome run(SweepRequest request, ProgressListener listener, StopSignal stop) {
    requireNonNull(listener, "listener is null");
    requireNonNull(stop, "stop is null");
    Duration lease = request.settings().lease();
    try (Session session = new Session(jdbi, new Retry(sleeper), lease)) {
      return new Runner(session, clock, sleeper)
          .run(request, listener, stop, () -> new Session(jdbi, new Retry(sleeper), lease));
    }
  }

  /**
   * Asks a run to stop after its present batch, wherever it is at work, and not to start again.
   *
   * @return whether there is such a run and it is not done
   */
  public boolean pause(String id) {
    return jdbi.withHandle(handle -> Ledger.desire(handle, id, "PAUSE"));
  }

  /**
   * Takes {@link #pause} back. The run goes on with the next call of {@link #run}.
   *
   * @return whether there is such a run and it is not done
   */
  public boolean resume(String id) {
    return jdbi.withHandle(handle -> Ledger.desire(handle, id, "RUN"));
  }

  /**
   * Lets a run end though rows are in quarantine, now or later.
   *
   * @param actor who answers for that
   * @return whether there is such a run and it is not done
   */
  public boolean waive(String id, String actor) {
    return jdbi.withHandle(handle -> Ledger.waive(handle, id, actor));
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
