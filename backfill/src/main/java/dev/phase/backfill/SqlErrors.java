package dev.phase.backfill;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Reads PostgreSQL's error codes ("PostgreSQL Error Codes" in its manual). */
final class SqlErrors {

  static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final Set<String> TRANSIENT =
      Set.of("40P01" /* deadlock */, "40001" /* serialization */, "55P03" /* lock timeout */);

  private SqlErrors() {}

  /** The error of the driver that an exception of Jdbi wraps, or is. */
  static Optional<SQLException> find(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  /** Whether the same transaction may well succeed when it is run again. */
  static boolean isTransient(Throwable error) {
    return find(error).map(SQLException::getSQLState).filter(TRANSIENT::contains).isPresent();
  }

  /** Whether the connection is gone, or never came to be. */
  static boolean isConnectionLoss(SQLException error) {
    String state = error.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P0");
  }

  static boolean has(Throwable error, String sqlState) {
    return find(error).map(SQLException::getSQLState).filter(sqlState::equals).isPresent();
  }
}
