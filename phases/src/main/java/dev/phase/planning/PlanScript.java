package dev.phase.planning;

import dev.phase.plan.Lock;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Plans as a script: what a psql session would have to do. Locks and backfills stand in it as
 * comments.
 */
public final class PlanScript {

  private final StringBuilder script = new StringBuilder();

  private PlanScript() {}

  public static String of(List<Plan> plans) {
    PlanScript script = new PlanScript();
    plans.forEach(script::add);
    return script.script.toString();
  }

  private void add(Plan plan) {
    for (Step step : plan.steps()) {
      String move = plan.move().name().toLowerCase(Locale.ROOT);
      line("-- %s %s: %s".formatted(move, plan.version(), step.purpose()));
      if (!step.locks().isEmpty()) {
        line(
            "-- takes "
                + step.locks().stream().map(Lock::toString).collect(Collectors.joining(", ")));
      }
      if (step instanceof SqlStep sql) {
        add(sql);
      } else {
        String update = ((SweepStep) step).sweep().update().sql();
        line("-- in batches: " + update.replace("\n", "\n-- ") + ";");
      }
    }
  }

  private void add(SqlStep step) {
    if (step.inTransaction()) {
      line("BEGIN;");
    }
    for (Statement statement : step.statements()) {
      String sql = statement.sql().sql().strip();
      line(sql.endsWith(";") ? sql : sql + ";");
    }
    if (step.inTransaction()) {
      line("COMMIT;");
    }
  }

  private void line(String line) {
    script.append(line).append('\n');
  }
}
