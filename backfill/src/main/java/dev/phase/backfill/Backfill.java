package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Sql;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs sweeps and keeps their ledger in the database that it converts. Safe for use by many threads;
 * each run holds one connection.
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
    throw new UnsupportedOperationException();
  }

  /**
   * Converts and verifies every row that is there. A run of this id that did not end goes on where it
   * stands; one that is done returns at once; one that is still at work elsewhere is superseded.
   *
   * @throws BackfillException when it cannot go on
   */
  public Outcome run(SweepRequest request, ProgressListener listener, StopSignal stop) {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks a run to stop after its present batch, wherever it is at work, and not to start again.
   *
   * @return whether there is such a run and it is not done
   */
  public boolean pause(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes {@link #pause} back. The run goes on with the next call of {@link #run}.
   *
   * @return whether there is such a run and it is not done
   */
  public boolean resume(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Removes a run from the ledger, as a rollback does; if it is at work, it ends with its present
   * batch.
   *
   * @return whether there was such a run
   */
  public boolean forget(String id) {
    throw new UnsupportedOperationException();
  }

  /** All runs, oldest first. */
  public List<RunSnapshot> list() {
    throw new UnsupportedOperationException();
  }
}
