package dev.phase.backfill;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Transactions with the settings of a backfill; they leave nothing behind in the database's
 * session. A connection that is lost is replaced.
 */
final class Session implements AutoCloseable {

  private static final int SNAPSHOT_PATIENCE = 20;

  private final Jdbi jdbi;
  private final Retry retry;
  private final Duration patience;
  private Handle handle;
  private Settings settings;

  /**
   * @param patience how long the server waits in a transaction for a client that says nothing
   */
  Session(Jdbi jdbi, Retry retry, Duration patience) {
    this.jdbi = jdbi;
    this.retry = retry;
    this.patience = patience;
  }

  /**
   * A connection beside this one, for a worker that stays at its moment for long. A look at it ends
   * before the server ends this session, which says nothing meanwhile.
   */
  Snapshot snapshot() {
    return new Snapshot(
        jdbi, patience.multipliedBy(SNAPSHOT_PATIENCE), patience.dividedBy(2));
  }

  /** Work in a transaction that it has to settle first. */
  interface Work<T> {
    T in(Handle transaction, Settings settings) throws SQLException;
  }

  /**
   * Commits what the work does, or, after an error, none of it. Work whose commit was cut off may
   * be run again: it has to read from the ledger what is left.
   */
  <T> T begin(Work<T> work) throws SQLException, InterruptedException {
    return retry.run(
        () -> {
          try {
            return attempt(work);
          } catch (SQLException | RuntimeException e) {
            if (SqlErrors.isConnectionLoss(e)) {
              close();
            }
            throw e;
          }
        });
  }

  /** The same with work that finds everything settled. */
  <T> T run(HandleCallback<T, SQLException> work) throws SQLException, InterruptedException {
    return begin(
        (transaction, settings) -> {
          settings.settle(transaction);
          return work.withHandle(transaction);
        });
  }

  private <T> T attempt(Work<T> work) throws SQLException {
    if (handle == null) {
      handle = jdbi.open();
      settings = settings();
    }
    return handle.inTransaction(transaction -> work.in(transaction, settings));
  }

  /** Tried rather than asked for: before PostgreSQL 15 there is nothing to ask but superuser. */
  private Settings settings() {
    Settings silent = new Settings(patience, true);
    try {
      handle.useTransaction(silent::settle);
      return silent;
    } catch (UnableToExecuteStatementException e) {
      if (SqlErrors.has(e, SqlErrors.INSUFFICIENT_PRIVILEGE)) {
        return new Settings(patience, false);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    if (handle != null) {
      try {
        handle.close();
      } catch (JdbiException ignored) {
        // It was lost before.
      }
      handle = null;
    }
  }
}
