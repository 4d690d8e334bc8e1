package dev.phase.engine.catalog;

import java.sql.SQLException;

/** The catalog could not be read, for a reason that no change file can mend. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sqlState;

  /**
   * @param problem one sentence: what is wrong
   * @param remedy one sentence: what to do
   */
  CatalogException(String problem, String remedy, SQLException cause) {
    super(problem + " " + remedy, cause);
    this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  static CatalogException of(SQLException cause) {
    return new CatalogException(
        "The catalog cannot be read: %s.".formatted(Refusal.sentence(cause)),
        "Check the connection and the role's privileges, then try again.",
        cause);
  }

  /** PostgreSQL's code for what went wrong; empty where the server said nothing. */
  public String sqlState() {
    return sqlState;
  }
}
