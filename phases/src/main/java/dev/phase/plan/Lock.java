package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;

/** A lock that a statement takes on a relation that others use. */
public record Lock(QualifiedName relation, LockLevel level) {

  public Lock {
    requireNonNull(relation, "relation is null");
    requireNonNull(level, "level is null");
  }

  @Override
  public String toString() {
    return level + " on " + relation;
  }
}
