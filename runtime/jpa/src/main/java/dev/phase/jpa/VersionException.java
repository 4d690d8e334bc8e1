package dev.phase.jpa;

/** The application cannot use its version; says in two sentences what is wrong and what to do. */
public final class VersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VersionException(String message) {
    super(message);
  }

  VersionException(String message, Throwable cause) {
    super(message, cause);
  }
}
