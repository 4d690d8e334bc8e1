package dev.phase.backfill;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Reads PostgreSQL's error codes ("PostgreSQL Error Codes" in its manual). */
final class SqlErrors {

  static final String INSUFFICIENT_PRIVILEGE = "42501";
  static final String QUERY_CANCELED = "57014";
  static final String DISK_FULL = "53100";

  private static final Set<String> TRANSIENT =
      Set.of("40P01" /* deadlock */, "40001" /* serialization */, "55P03" /* lock timeout */);

  /** The server ends or has ended the session, or is the wrong one of a cluster by now. */
  private static final Set<String> GONE =
      Set.of(
          "25P03" /* idle in transaction */,
          "25P04" /* transaction timeout */,
          "25006" /* read only */,
          "53300" /* too many connections */,
          "57P01" /* admin shutdown */,
          "57P02" /* crash shutdown */,
          "57P03" /* cannot connect now */,
          "57P05" /* idle session */);

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
    return state(error).filter(TRANSIENT::contains).isPresent();
  }

  /** Whether the connection is gone, or never came to be. */
  static boolean isConnectionLoss(Throwable error) {
    return state(error).filter(s -> s.startsWith("08") || GONE.contains(s)).isPresent();
  }

  /**
   * Whether a row is at fault: its values do not convert, break a constraint, or made a function
   * raise an error.
   */
  static boolean isOfData(Throwable error) {
    return state(error)
        .filter(s -> s.startsWith("22") || s.startsWith("23") || s.equals("P0001"))
        .isPresent();
  }

  static boolean has(Throwable error, String sqlState) {
    return state(error).filter(sqlState::equals).isPresent();
  }

  private static Optional<String> state(Throwable error) {
    return find(error).map(SQLException::getSQLState);
  }
}
