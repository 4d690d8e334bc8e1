package dev.phase.engine.failure;

import java.util.Optional;

/**
 * A failure that the user can act on. Its message is two sentences: what is wrong, what to do.
 *
 * <p>Every failure has an {@link ExitCode}; a failed statement also has its SQLSTATE.
 */
public final class PhaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String sqlState;

  public PhaseException(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public PhaseException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.sqlState = cause instanceof java.sql.SQLException sql ? sql.getSQLState() : null;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** The SQLSTATE of the statement that failed, where one did. */
  public Optional<String> sqlState() {
    return Optional.ofNullable(sqlState);
  }
}
