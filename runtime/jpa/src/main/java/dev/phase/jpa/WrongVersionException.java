package dev.phase.jpa;

import java.sql.SQLException;

/** A connection does not lead to the application's version, so it is not handed out. */
public final class WrongVersionException extends SQLException {

  /** {@code object_not_in_prerequisite_state}, as with the doors of versions that are closed. */
  static final String SQLSTATE = "55000";

  private static final long serialVersionUID = 1L;

  WrongVersionException(String message, Throwable cause) {
    super(message, SQLSTATE, cause);
  }
}
