package dev.phase.planning;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes the strongest lock of a transaction first, so that it never has to wait for a stronger one. */
final class TableLock {

  private TableLock() {}

  static List<Statement> first(QualifiedName table, List<Statement> statements) {
    LockLevel strongest =
        statements.stream()
            .flatMap(statement -> statement.locks().stream())
            .map(Lock::level)
            .max(Comparator.naturalOrder())
            .orElse(LockLevel.ACCESS_EXCLUSIVE);
    List<Statement> all = new ArrayList<>();
    all.add(
        Statement.of(
            Sql.of("LOCK TABLE %s IN %s MODE", table, new Sql(strongest.toString())),
            new Lock(table, strongest)));
    all.addAll(statements);
    return all;
  }
}
