package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.JdbiException;

/** Runs steps of SQL. */
public final class SqlSteps implements AutoCloseable {

  private final Workplace workplace;
  private final Connection connection;
  private final long epoch;
  private final LockRetry retry;
  private final StepSettings settings;
  private final StepLocks locks;
  private final IndexGuard indexes;
  private final BlockerWatch watch;
  private volatile Step present;
  private Move moving;

  /**
   * @param epoch the command's own: its steps commit as long as there is no newer one
   */
  public SqlSteps(Workplace workplace, long epoch) {
    this.workplace = workplace;
    this.connection = workplace.connection();
    this.epoch = epoch;
    this.retry =
        new LockRetry(workplace.locks().budget(), workplace.clock(), workplace.sleeper());
    this.settings = new StepSettings(connection, workplace.schema());
    this.locks = new StepLocks(connection, settings, workplace.locks());
    this.indexes = new IndexGuard(workplace);
    this.watch =
        new BlockerWatch(workplace.sessions(), backendPid(connection), this::blocked);
  }

  /**
   * Runs the step, unless its guard tells that it is done.
   *
   * @param record writes the ledger; in the step's transaction where it has one
   */
  void run(Move move, SqlStep step, Runnable record) {
    present = step;
    moving = move;
    watch.forget();
    try {
      if (step.inTransaction()) {
        retry.run(step, watch::last, () -> inTransaction(step, record));
      } else {
        retry.run(step, watch::last, () -> alone(step));
        record(record);
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Writes the ledger in a transaction of its own. */
  public void record(Runnable record) {
    try {
      connection.setAutoCommit(false);
      requireEpoch();
      write(record);
      connection.commit();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    } finally {
      endTransaction();
    }
  }

  /** The same, for what can do without: nothing is written where it would have to wait for a lock. */
  void recordIfFree(Runnable record) {
    try {
      connection.setAutoCommit(false);
      settings.beginTransaction(workplace.locks().timeout());
      requireEpoch();
      write(record);
      connection.commit();
    } catch (SQLException e) {
      if (!SqlFailure.isPassing(e)) {
        throw SqlFailure.of(e);
      }
    } finally {
      endTransaction();
    }
  }

  /** What is written before the first step may wait, too. */
  private void blocked(Blocker blocker) {
    Step step = present;
    if (step != null) {
      workplace.listener().blocked(step, blocker);
    }
  }

  private void inTransaction(SqlStep step, Runnable record) throws SQLException {
    try {
      connection.setAutoCommit(false);
      settings.beginTransaction(workplace.locks().timeout());
      requireEpoch();
      locks.begin(step);
      for (dev.phase.plan.Statement statement : step.statements()) {
        execute(step, statement);
      }
      write(record);
      connection.commit();
    } finally {
      endTransaction();
    }
  }

  private void alone(SqlStep step) throws SQLException {
    dev.phase.plan.Statement statement = step.statements().get(0);
    requireEpoch();
    // A concurrent build waits for old snapshots, which counts as waiting for a lock; giving up in the
    // middle leaves an invalid index. Its own lock does not stand in the way of readers or writers.
    LockPolicy policy = workplace.locks();
    try {
      settings.begin(statement.isConcurrent() ? policy.budget() : policy.timeout());
      if (step.guard() instanceof Guard.ValidIndex guard && indexes.isDone(guard.index())) {
        return;
      }
      execute(step, statement);
    } finally {
      settings.reset();
    }
  }

  private void execute(SqlStep step, dev.phase.plan.Statement statement) throws SQLException {
    try (Statement jdbc = connection.createStatement()) {
      jdbc.setEscapeProcessing(false);
      jdbc.execute(statement.sql().sql());
    } catch (SQLException e) {
      if (SqlFailure.isPassing(e)) {
        throw e;
      }
      throw SqlFailure.of(moving, step, statement, e);
    }
  }

  private static void write(Runnable record) throws SQLException {
    try {
      record.run();
    } catch (JdbiException e) {
      throw SqlFailure.cause(e);
    }
  }

  private boolean holdsEpoch() throws SQLException {
    try {
      return workplace.store().holdsEpoch(epoch);
    } catch (JdbiException e) {
      throw SqlFailure.cause(e);
    }
  }

  private void requireEpoch() throws SQLException {
    if (!holdsEpoch()) {
      throw new PhaseException(
          ExitCode.LOCKED,
          "Another command has taken over schema %s. Run `phase status` to see where things stand."
              .formatted(workplace.schema()));
    }
  }

  private void endTransaction() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static int backendPid(Connection connection) {
    try {
      return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
