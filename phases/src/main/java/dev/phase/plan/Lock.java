package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A lock that a statement takes on a relation that others use. */
public record Lock(QualifiedName relation, LockLevel level) {

  public Lock {
    requireNonNull(relation, "relation is null");
    requireNonNull(level, "level is null");
  }

  /** The strongest on each relation, in the order in which the relations come. */
  static List<Lock> strongest(Stream<Lock> locks) {
    Map<QualifiedName, Lock> strongest = new LinkedHashMap<>();
    locks.forEach(
        lock ->
            strongest.merge(
                lock.relation(),
                lock,
                (a, b) -> a.level().compareTo(b.level()) < 0 ? b : a));
    return List.copyOf(strongest.values());
  }

  @Override
  public String toString() {
    return level + " on " + relation;
  }
}
