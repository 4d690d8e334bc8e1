package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A step of SQL statements.
 *
 * @param inTransaction whether the statements and the ledger row are one transaction; otherwise there
 *     is one statement, which PostgreSQL refuses inside a transaction or whose author asked for it
 */
public record SqlStep(
    String id, String purpose, List<Statement> statements, boolean inTransaction, Guard guard)
    implements Step {

  public SqlStep {
    requireNonNull(id, "id is null");
    requireNonNull(purpose, "purpose is null");
    statements = List.copyOf(statements);
    requireNonNull(guard, "guard is null");
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("Step %s has no statement.".formatted(id));
    }
    if (!inTransaction && statements.size() > 1) {
      throw new IllegalArgumentException(
          "Step %s runs outside a transaction, so it must be one statement.".formatted(id));
    }
    if (inTransaction != guard instanceof Guard.Ledger) {
      throw new IllegalArgumentException(
          "Step %s: the ledger guards steps in a transaction, and only those.".formatted(id));
    }
    if (inTransaction && statements.stream().anyMatch(Statement::isConcurrent)) {
      throw new IllegalArgumentException(
          "Step %s runs CONCURRENTLY inside a transaction.".formatted(id));
    }
  }

  @Override
  public List<Lock> locks() {
    return Lock.strongest(statements.stream().flatMap(s -> s.locks().stream()));
  }

  /** What its statements do to rows. */
  public List<Work> work() {
    return statements.stream().flatMap(s -> s.work().stream()).toList();
  }

  /** Statements that commit together with their ledger row. */
  public static SqlStep transaction(String id, String purpose, List<Statement> statements) {
    return new SqlStep(id, purpose, statements, true, new Guard.Ledger());
  }

  /** One statement outside any transaction. */
  public static SqlStep alone(String id, String purpose, Statement statement, Guard guard) {
    return new SqlStep(id, purpose, List.of(statement), false, guard);
  }
}
