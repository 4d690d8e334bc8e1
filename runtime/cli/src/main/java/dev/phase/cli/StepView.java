package dev.phase.cli;

import dev.phase.plan.Fill;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A step as a plan shows it; a part of {@code phase plan -o json}.
 *
 * @param kind sql or backfill
 * @param transaction whether its SQL is one transaction; a backfill commits each batch
 * @param locks the strongest that it takes on each relation, in PostgreSQL's words
 * @param sql its statements; the shape of the UPDATE where it is a backfill
 */
record StepView(
    String id,
    String kind,
    String purpose,
    boolean transaction,
    List<LockView> locks,
    List<String> sql) {

  /** A lock on a relation. */
  record LockView(String relation, String level) {}

  static StepView of(Step step) {
    if (step instanceof SweepStep sweep) {
      return of(sweep);
    }
    SqlStep sql = (SqlStep) step;
    List<String> statements = new ArrayList<>();
    Map<QualifiedName, LockLevel> locks = new LinkedHashMap<>();
    for (Statement statement : sql.statements()) {
      statements.add(statement.sql().sql().strip());
      for (Lock lock : statement.locks()) {
        LockLevel other = locks.get(lock.relation());
        if (other == null || other.compareTo(lock.level()) < 0) {
          locks.put(lock.relation(), lock.level());
        }
      }
    }
    return new StepView(
        sql.id(), "sql", sql.purpose(), sql.inTransaction(), views(locks), statements);
  }

  boolean isBackfill() {
    return kind.equals("backfill");
  }

  private static StepView of(SweepStep step) {
    QualifiedName table = step.sweep().table();
    List<Sql> assignments = new ArrayList<>();
    for (Fill fill : step.sweep().fills()) {
      assignments.add(Sql.of("%s = %s", fill.column(), fill.value()));
    }
    String update = Sql.of("UPDATE %s SET %s", table, Sql.list(assignments)).sql();
    return new StepView(
        step.id(),
        "backfill",
        step.purpose(),
        false,
        views(Map.of(table, LockLevel.ROW_EXCLUSIVE)),
        List.of(update));
  }

  private static List<LockView> views(Map<QualifiedName, LockLevel> locks) {
    List<LockView> views = new ArrayList<>();
    for (Map.Entry<QualifiedName, LockLevel> lock : locks.entrySet()) {
      views.add(new LockView(lock.getKey().toString(), lock.getValue().toString()));
    }
    return views;
  }
}
