package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;

/** Runs steps of SQL. */
public final class SqlSteps implements AutoCloseable {

  private final Workplace workplace;
  private final Connection connection;
  private final long epoch;
  private final LockRetry retry;
  private final LockTimeouts timeouts;
  private final IndexGuard indexes;
  private final BlockerWatch watch;
  private Step present;
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
    this.timeouts = new LockTimeouts(connection, workplace.locks());
    this.indexes = new IndexGuard(connection, workplace.schema(), workplace.sleeper());
    this.watch =
        new BlockerWatch(
            workplace.sessions(),
            backendPid(connection),
            blocker -> workplace.listener().blocked(present, blocker));
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
      prepare(workplace.locks().timeout(), true);
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

  private void inTransaction(SqlStep step, Runnable record) throws SQLException {
    try {
      connection.setAutoCommit(false);
      prepare(timeouts.of(step), true);
      requireEpoch();
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
    if (step.guard() instanceof Guard.ValidIndex guard && indexes.isDone(guard.index())) {
      return;
    }
    // A concurrent build waits for old snapshots, which counts as waiting for a lock; giving up in the
    // middle leaves an invalid index. Its own lock does not stand in the way of readers or writers.
    boolean concurrent =
        statement.sql().sql().toUpperCase(java.util.Locale.ROOT).contains("CONCURRENTLY");
    try {
      prepare(concurrent ? workplace.locks().budget() : workplace.locks().timeout(), false);
      execute(step, statement);
    } finally {
      reset();
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

  private void prepare(Duration lockTimeout, boolean local) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT set_config('lock_timeout', ?, ?),
                   set_config('search_path',
                              concat_ws(', ', quote_ident(?),
                                        nullif(current_setting('search_path'), '')), ?)""")) {
      statement.setString(1, lockTimeout.toMillis() + "ms");
      statement.setBoolean(2, local);
      statement.setString(3, workplace.schema().value());
      statement.setBoolean(4, local);
      statement.execute();
    }
  }

  private void reset() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET lock_timeout");
      statement.execute("RESET search_path");
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
