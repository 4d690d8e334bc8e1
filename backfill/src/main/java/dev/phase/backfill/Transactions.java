package dev.phase.backfill;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Transactions with the session settings of a backfill; they leave nothing behind in the session. */
final class Transactions {

  private static final String SETTINGS = Resources.sql(Transactions.class, "settings");
  private static final String SILENCE = Resources.sql(Transactions.class, "silenceTriggers");

  private final Handle handle;
  private final Retry retry;
  private final boolean silencesTriggers;

  private Transactions(Handle handle, Retry retry, boolean silencesTriggers) {
    this.handle = handle;
    this.retry = retry;
    this.silencesTriggers = silencesTriggers;
  }

  static Transactions on(Handle handle, Retry retry) {
    return new Transactions(handle, retry, maySilenceTriggers(handle));
  }

  /** Commits what the work does, or, after an error, none of it. */
  <T> T run(HandleCallback<T, SQLException> work) throws SQLException, InterruptedException {
    return retry.run(
        () ->
            handle.inTransaction(
                transaction -> {
                  select(transaction, SETTINGS);
                  if (silencesTriggers) {
                    select(transaction, SILENCE);
                  }
                  return work.withHandle(transaction);
                }));
  }

  /** Tried rather than asked for: before PostgreSQL 15 there is nothing to ask but superuser. */
  private static boolean maySilenceTriggers(Handle handle) {
    try {
      handle.useTransaction(transaction -> select(transaction, SILENCE));
      return true;
    } catch (UnableToExecuteStatementException e) {
      if (SqlErrors.has(e, SqlErrors.INSUFFICIENT_PRIVILEGE)) {
        return false;
      }
      throw e;
    }
  }

  private static void select(Handle handle, String settings) {
    handle.createQuery(settings).mapTo(String.class).one();
  }
}
