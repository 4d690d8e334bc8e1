package dev.phase.backfill;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The settings of a backfill's transaction; they end with it.
 *
 * @param patience how long the server waits in a transaction for a client that says nothing
 * @param lockTimeout how long a statement waits for a lock
 * @param silencesTriggers whether it may and does keep the table's triggers from firing
 */
record Settings(Duration patience, Duration lockTimeout, boolean silencesTriggers) {

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(1);

  private static final String SETTINGS = Resources.sql(Settings.class, "settings");
  private static final String SETTLE = Resources.sql(Settings.class, "settle");

  Settings(Duration patience, boolean silencesTriggers) {
    this(patience, LOCK_TIMEOUT, silencesTriggers);
  }

  /** The same, but for how long a statement waits for a lock. */
  Settings with(Duration lockTimeout) {
    return new Settings(patience, lockTimeout, silencesTriggers);
  }

  /** The same for a transaction that may well be idle for long, while another connection works. */
  Settings patient() {
    return new Settings(patience.multipliedBy(10), lockTimeout, silencesTriggers);
  }

  /** To be called first in a transaction. */
  void settle(Handle handle) {
    settleWith(handle.createQuery(SETTLE)).mapTo(Boolean.class).one();
  }

  /** Settles with a query that has {@code <settings>} among its tables: a round trip less. */
  Query settleWith(Query query) {
    return query
        .define("settings", SETTINGS)
        .bind("patience", Long.toString(patience.toMillis()))
        .bind("lockTimeout", Long.toString(lockTimeout.toMillis()))
        .bind("silencesTriggers", silencesTriggers);
  }
}
