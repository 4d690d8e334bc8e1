package dev.phase.jpa.build;

/** Entities cannot be looked at; says in two sentences what is wrong and what to do. */
public final class EntityBuildException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EntityBuildException(String message) {
    super(message);
  }

  EntityBuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
