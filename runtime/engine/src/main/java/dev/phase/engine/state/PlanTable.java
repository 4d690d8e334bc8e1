package dev.phase.engine.state;

import dev.phase.engine.failure.PhaseException;
import dev.phase.json.Json;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.sql.SqlResource;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The plans of one base schema with their steps: the deployment log. */
final class PlanTable {

  private static final String TAKE_OVER = SqlResource.text(PlanTable.class, "take-over.sql");

  private final Handle handle;
  private final String base;

  PlanTable(Handle handle, String base) {
    this.handle = handle;
    this.base = base;
  }

  Optional<StoredPlan> unfinished() {
    return handle
        .createQuery(
            """
            SELECT id, move, version, window_after FROM phase.plan
            WHERE base_schema = :base AND state = 'RUNNING'""")
        .bind("base", base)
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              Set<Integer> done = new HashSet<>();
              Plan plan =
                  new Plan(
                      Move.valueOf(row.getString("move")),
                      row.getString("version"),
                      steps(id, done),
                      Json.read(row.getString("window_after"), Window.class));
              return new StoredPlan(id, plan, done);
            })
        .findOne();
  }

  /** The steps of a plan; the places of those that are done go into {@code done}. */
  private List<Step> steps(long plan, Set<Integer> done) {
    List<Step> steps = new ArrayList<>();
    handle
        .createQuery(
            """
            SELECT body, finished_at IS NOT NULL AS done FROM phase.step
            WHERE plan = :plan ORDER BY seq""")
        .bind("plan", plan)
        .map(
            (row, context) -> {
              if (row.getBoolean("done")) {
                done.add(steps.size());
              }
              return steps.add(Json.read(row.getString("body"), Step.class));
            })
        .list();
    return steps;
  }

  StoredPlan insert(Plan plan, Release release) {
    long id =
        handle
            .createQuery(
                """
                INSERT INTO phase.plan (base_schema, move, version, state, changes, window_after,
                                        release, application_version, actor, host)
                VALUES (:base, :move, :version, :state,
                        ARRAY(SELECT id FROM phase.change
                              WHERE base_schema = :base AND version = :version
                                AND state = 'APPLIED' ORDER BY ordinal),
                        :after::jsonb, :release, :application, :actor, :host) RETURNING id""")
            .bind("base", base)
            .bind("move", plan.move().name())
            .bind("version", plan.version())
            .bind("state", PlanState.RUNNING.name())
            .bind("after", Json.write(plan.after()))
            .bind("release", release.label().orElse(null))
            .bind("application", release.applicationVersion().orElse(null))
            .bind("actor", release.actor())
            .bind("host", release.host())
            .mapTo(Long.class)
            .one();
    for (int place = 0; place < plan.steps().size(); place++) {
      insert(id, place, plan.steps().get(place));
    }
    return new StoredPlan(
        id, plan, plan.move() == Move.PUBLISH ? takeOver(plan.version(), id) : Set.of());
  }

  /** Which steps are done already. */
  private Set<Integer> takeOver(String version, long plan) {
    return handle
        .createQuery(TAKE_OVER)
        .bind("base", base)
        .bind("version", version)
        .bind("plan", plan)
        .mapTo(Integer.class)
        .set();
  }

  private void insert(long plan, int place, Step step) {
    handle
        .createUpdate(
            """
            INSERT INTO phase.step (plan, seq, id, purpose, body)
            VALUES (:plan, :seq, :id, :purpose, :body::jsonb)""")
        .bind("plan", plan)
        .bind("seq", place)
        .bind("id", step.id())
        .bind("purpose", step.purpose())
        .bind("body", Json.write(step))
        .execute();
  }

  void stepDone(StoredPlan plan, int place) {
    handle
        .createUpdate(
            """
            UPDATE phase.step SET finished_at = clock_timestamp()
            WHERE plan = :plan AND seq = :seq""")
        .bind("plan", plan.id())
        .bind("seq", place)
        .execute();
  }

  void end(StoredPlan plan, PlanState state) {
    handle
        .createUpdate(
            """
            UPDATE phase.plan
            SET state = :state, finished_at = clock_timestamp(),
                failure = NULL, failure_sqlstate = NULL
            WHERE id = :plan""")
        .bind("plan", plan.id())
        .bind("state", state.name())
        .execute();
  }

  /** Keeps it with the expand, which is what the sweeps come from. */
  void sweepFailed(String version, Optional<String> message) {
    handle
        .createUpdate(
            """
            UPDATE phase.plan SET failure = :message
            WHERE id = (SELECT max(id) FROM phase.plan
                        WHERE base_schema = :base AND version = :version AND move = 'EXPAND')""")
        .bind("base", base)
        .bind("version", version)
        .bind("message", message.orElse(null))
        .execute();
  }

  void failed(StoredPlan plan, PhaseException reason) {
    handle
        .createUpdate(
            """
            UPDATE phase.plan SET failure = :message, failure_sqlstate = :state
            WHERE id = :plan""")
        .bind("plan", plan.id())
        .bind("message", reason.getMessage())
        .bind("state", reason.sqlState().orElse(null))
        .execute();
  }
}
