package dev.phase.engine.state;

import static java.util.Objects.requireNonNull;

import dev.phase.change.Change;
import dev.phase.change.ChangeJson;
import dev.phase.change.Checksum;
import dev.phase.engine.Release;
import dev.phase.json.Json;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlResource;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads and writes the state of one base schema. It takes part in whatever transaction the connection
 * is in, so that a step and its ledger row commit together.
 */
public final class Store {

  private final Jdbi jdbi;
  private final String base;

  public Store(Connection connection, Identifier baseSchema) {
    this.jdbi = Jdbi.create(requireNonNull(connection, "connection is null"));
    // Whoever began the transaction on the connection ends it.
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    this.base = baseSchema.value();
  }

  /** Whether this base schema is under Phase's care. */
  public boolean exists() {
    return jdbi.withHandle(
        handle -> {
          boolean tables =
              handle
                  .createQuery("SELECT to_regclass('phase.project') IS NOT NULL")
                  .mapTo(Boolean.class)
                  .one();
          return tables
              && handle
                  .createQuery("SELECT count(*) FROM phase.project WHERE base_schema = :base")
                  .bind("base", base)
                  .mapTo(Integer.class)
                  .one()
                  > 0;
        });
  }

  /** Takes the base schema into care, with this window. */
  public void create(Window window) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO phase.project (base_schema, live_window)
                  VALUES (:base, :window::jsonb)""")
              .bind("base", base)
              .bind("window", Json.write(window))
              .execute();
          project(handle, window);
        });
  }

  /** The present window. */
  public Window window() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT live_window FROM phase.project WHERE base_schema = :base")
                .bind("base", base)
                .mapTo(String.class)
                .map(text -> Json.read(text, Window.class))
                .one());
  }

  /** The moments that a version was published and retired at. */
  public record Moments(Optional<Instant> published, Optional<Instant> retired) {}

  /** The moments of every version of the window, by name. */
  public Map<String, Moments> moments() {
    Map<String, Moments> moments = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT name, published_at, retired_at
                    FROM phase.version WHERE base_schema = :base""")
                .bind("base", base)
                .map(
                    (row, context) ->
                        moments.put(
                            row.getString("name"),
                            new Moments(
                                instant(row.getTimestamp("published_at")),
                                instant(row.getTimestamp("retired_at")))))
                .list());
    return moments;
  }

  private static Optional<Instant> instant(Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }

  /** The time on the database's clock. */
  public Instant now() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
  }

  /** A new epoch: from now on no step of an older one commits. */
  public long takeEpoch() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE phase.project SET epoch = epoch + 1 WHERE base_schema = :base
                    RETURNING epoch""")
                .bind("base", base)
                .mapTo(Long.class)
                .one());
  }

  /** Whether this is still the newest epoch; keeps it so until the transaction ends. */
  public boolean holdsEpoch(long epoch) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT epoch = :epoch FROM phase.project WHERE base_schema = :base FOR SHARE")
                .bind("base", base)
                .bind("epoch", epoch)
                .mapTo(Boolean.class)
                .one());
  }

  /** Every change ever applied, in the order of application. */
  public List<AppliedChange> changes() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, checksum, version, state = 'ROLLED_BACK' AS rolled_back
                    FROM phase.change WHERE base_schema = :base ORDER BY ordinal""")
                .bind("base", base)
                .map(
                    (row, context) ->
                        new AppliedChange(
                            row.getString("id"),
                            row.getString("checksum"),
                            row.getString("version"),
                            row.getBoolean("rolled_back")))
                .list());
  }

  /** The plan that was begun and neither finished nor abandoned. */
  public Optional<StoredPlan> unfinished() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, move, version, window_after FROM phase.plan
                    WHERE base_schema = :base AND state = 'RUNNING'""")
                .bind("base", base)
                .map(
                    (row, context) -> {
                      long id = row.getLong("id");
                      Set<Integer> done = new HashSet<>();
                      List<Step> steps = steps(handle, id, done);
                      Plan plan =
                          new Plan(
                              Move.valueOf(row.getString("move")),
                              row.getString("version"),
                              steps,
                              Json.read(row.getString("window_after"), Window.class));
                      return new StoredPlan(id, plan, done);
                    })
                .findOne());
  }

  private static List<Step> steps(Handle handle, long plan, Set<Integer> done) {
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

  /**
   * Stores a plan before its first step runs.
   *
   * @param changes those that its version is made of; empty where it only moves
   */
  public StoredPlan begin(Plan plan, List<Change> changes, Release release) {
    return jdbi.withHandle(
        handle -> {
          long id =
              handle
                  .createQuery(
                      """
                      INSERT INTO phase.plan (base_schema, move, version, state, window_after,
                      release, application_version, actor, host)
                      VALUES (:base, :move, :version, 'RUNNING', :after::jsonb,
                      :release, :application, :actor, :host) RETURNING id""")
                  .bind("base", base)
                  .bind("move", plan.move().name())
                  .bind("version", plan.version())
                  .bind("after", Json.write(plan.after()))
                  .bind("release", release.label().orElse(null))
                  .bind("application", release.applicationVersion().orElse(null))
                  .bind("actor", release.actor())
                  .bind("host", release.host())
                  .mapTo(Long.class)
                  .one();
          for (int i = 0; i < plan.steps().size(); i++) {
            insert(handle, id, i, plan.steps().get(i));
          }
          changes.forEach(change -> insert(handle, change, plan.version()));
          if (plan.move() == Move.EXPAND) {
            save(handle, plan.after());
          }
          return new StoredPlan(id, plan, Set.of());
        });
  }

  private static void insert(Handle handle, long plan, int place, Step step) {
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

  private void insert(Handle handle, Change change, String version) {
    handle
        .createUpdate("DELETE FROM phase.change WHERE base_schema = :base AND id = :id")
        .bind("base", base)
        .bind("id", change.id())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO phase.change (base_schema, id, checksum, body, version, state)
            VALUES (:base, :id, :checksum, :body::jsonb, :version, 'APPLIED')""")
        .bind("base", base)
        .bind("id", change.id())
        .bind("checksum", Checksum.of(change))
        .bind("body", ChangeJson.write(change))
        .bind("version", version)
        .execute();
  }

  /** Records that a step is done. */
  public void stepDone(StoredPlan plan, int place) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE phase.step SET finished_at = clock_timestamp()
                    WHERE plan = :plan AND seq = :seq""")
                .bind("plan", plan.id())
                .bind("seq", place)
                .execute());
  }

  /** Records that a plan is done, and that the window has moved. */
  public void finish(StoredPlan stored) {
    jdbi.useHandle(
        handle -> {
          save(handle, stored.plan().after());
          if (stored.plan().move() == Move.ROLLBACK) {
            handle
                .createUpdate(
                    """
                    UPDATE phase.change SET state = 'ROLLED_BACK'
                    WHERE base_schema = :base AND version = :version""")
                .bind("base", base)
                .bind("version", stored.plan().version())
                .execute();
          }
          end(handle, stored.id(), "DONE");
        });
  }

  /** Records that a plan will not be finished. */
  public void abandon(StoredPlan stored) {
    jdbi.useHandle(handle -> end(handle, stored.id(), "ABANDONED"));
  }

  private static void end(Handle handle, long plan, String state) {
    handle
        .createUpdate(
            """
            UPDATE phase.plan SET state = :state, finished_at = clock_timestamp()
            WHERE id = :plan""")
        .bind("plan", plan)
        .bind("state", state)
        .execute();
  }

  private void save(Handle handle, Window window) {
    handle
        .createUpdate(
            "UPDATE phase.project SET live_window = :window::jsonb WHERE base_schema = :base")
        .bind("base", base)
        .bind("window", Json.write(window))
        .execute();
    project(handle, window);
  }

  private void project(Handle handle, Window window) {
    String[] names = window.versions().stream().map(Version::name).toArray(String[]::new);
    handle
        .createUpdate(
            "DELETE FROM phase.version WHERE base_schema = :base AND name <> ALL (:names)")
        .bind("base", base)
        .bindArray("names", String.class, (Object[]) names)
        .execute();
    window
        .versions()
        .forEach(
            v ->
                handle
                    .createUpdate(VERSION)
                    .bind("base", base)
                    .bind("name", v.name())
                    .bind("schema", v.schema().map(Identifier::value).orElse(null))
                    .bind("state", v.state().name())
                    .execute());
  }

  private static final String VERSION = SqlResource.text(Store.class, "version.sql");
}
