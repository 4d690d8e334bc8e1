package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A run could not go on. What it has done stays done, and the next run of the same id goes on where
 * this one ended. The message is two sentences: what is wrong, what to do.
 */
public final class BackfillException extends RuntimeException {

  /** Who can help. */
  public enum Kind {
    /** A statement failed: mend the row or the expression. */
    SQL,
    /** Locks were not to be had in time: try again. */
    LOCKED,
    /** The connection is gone: try again. */
    CONNECTION,
    /** A signal that it must look at cannot be seen: grant that, or do without. */
    UNOBSERVABLE,
    /** Rows are not what they should be after they have been mended. */
    MISMATCH
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String problem;
  private final String remedy;
  private final String sqlState;

  /** What a look at the rows found. */
  BackfillException(Kind kind, String problem, String remedy) {
    this(kind, problem, remedy, (Throwable) null);
  }

  /** What a statement ran into. */
  BackfillException(Kind kind, String problem, String remedy, Throwable cause) {
    super(problem + " " + remedy, cause);
    this.kind = requireNonNull(kind, "kind is null");
    this.problem = requireNonNull(problem, "problem is null");
    this.remedy = requireNonNull(remedy, "remedy is null");
    this.sqlState = SqlErrors.find(cause).map(SQLException::getSQLState).orElse(null);
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence: what is wrong. */
  public String problem() {
    return problem;
  }

  /** One sentence: what to do. */
  public String remedy() {
    return remedy;
  }

  /** PostgreSQL's error code; absent where no statement failed. */
  public Optional<String> sqlState() {
    return Optional.ofNullable(sqlState);
  }
}
