package dev.phase.backfill;

import dev.phase.plan.Sweep;
import dev.phase.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of {@code phase.backfill_run}. They are locked for a moment, to cut chunks and to begin
 * passes; batches only read them. Whoever needs a run and a chunk of it locks the run first.
 */
final class Ledger {

  private Ledger() {}

  /** A run, locked until the transaction ends. */
  record Locked(Desired desired, boolean done, Pass pass, Overrides overrides) {}

  static List<Sql> schema() {
    return List.of(
        new Sql(sql("createSchema")), new Sql(sql("createRun")), new Sql(sql("createChunk")),
        new Sql(sql("createQuarantine")), new Sql(sql("createAudit")),
        new Sql(sql("createThrottle")));
  }

  /** Starts or resumes a run; absent where it is done, or where it is to pause. */
  static Optional<RunKey> start(Handle handle, SweepRequest request) {
    return StoredSweep.bind(query(handle, "start", request.id()), request.sweep())
        .mapTo(Long.class)
        .findOne()
        .map(ordinal -> new RunKey(request.id(), ordinal));
  }

  /** Makes a run that waits for somebody who works on it; one of the same name is forgotten. */
  static void queue(Handle handle, String id, Sweep sweep) {
    forget(handle, id);
    StoredSweep.bind(update(handle, "queue", id), sweep).execute();
  }

  /** Goes on with a run; absent where it is gone, done, to pause, or has to wait for another. */
  static Optional<RunKey> resume(Handle handle, RunKey run) {
    return query(handle, "resume", run)
        .mapTo(Long.class)
        .findOne()
        .map(ordinal -> new RunKey(run.id(), ordinal));
  }

  /** Why a run does not start. */
  static Outcome rest(Handle handle, String id) {
    return query(handle, "rest", id)
        .mapTo(Outcome.class)
        .findOne()
        .orElse(Outcome.SUPERSEDED);
  }

  /** Absent where the run was forgotten. */
  static Optional<Locked> lock(Handle handle, RunKey run) {
    return query(handle, "lock", run).map((row, context) -> locked(row)).findOne();
  }

  /** Ends the pass before it, too. */
  static void beginPass(Handle handle, String id, Pass pass) {
    update(handle, "beginPass", id)
        .bind("stage", pass.stage())
        .bind("pass", pass.number())
        .bind("chunking", pass.chunking())
        .bind("snapshot", pass.snapshot())
        .bindArray("upperBound", String.class, pass.bound().orElseThrow().values())
        .bind("rowsTotal", pass.rowsTotal())
        .execute();
  }

  static void moveFrontier(Handle handle, String id, Position frontier) {
    update(handle, "moveFrontier", id)
        .bindArray("frontier", String.class, frontier.values())
        .execute();
  }

  static void end(Handle handle, RunKey run, RunState state, String reason) {
    update(handle, "end", run).bind("state", state).bind("reason", reason).execute();
  }

  /** Pauses the run for a reason of its own. */
  static void halt(Handle handle, RunKey run, String reason) {
    update(handle, "halt", run).bind("reason", reason).execute();
  }

  static boolean isWaived(Handle handle, String id) {
    return query(handle, "isWaived", id).mapTo(Boolean.class).findOne().orElse(false);
  }

  static void finish(Handle handle, RunKey run) {
    update(handle, "finish", run).execute();
  }

  static boolean forget(Handle handle, String id) {
    return update(handle, "forget", id).execute() > 0;
  }

  static void forgetAll(Handle handle, String prefix) {
    handle.createUpdate(sql("forgetAll")).bind("prefix", prefix).execute();
  }

  private static Locked locked(ResultSet row) throws SQLException {
    Pass pass =
        new Pass(
            Stage.valueOf(row.getString("stage")),
            row.getInt("pass"),
            Optional.ofNullable(row.getString("chunking")),
            Optional.ofNullable(row.getString("snapshot")),
            Position.read(row, "frontier"),
            Position.read(row, "upper_bound"),
            row.getLong("rows_total"));
    return new Locked(
        Desired.valueOf(row.getString("desired_state")),
        row.getString("state").equals(RunState.DONE.name()),
        pass,
        Overrides.read(row));
  }

  private static Query query(Handle handle, String name, RunKey run) {
    return query(handle, name, run.id()).bind("ordinal", run.ordinal());
  }

  private static Update update(Handle handle, String name, RunKey run) {
    return update(handle, name, run.id()).bind("ordinal", run.ordinal());
  }

  private static Query query(Handle handle, String name, String id) {
    return handle.createQuery(sql(name)).bind("id", id);
  }

  private static Update update(Handle handle, String name, String id) {
    return handle.createUpdate(sql(name)).bind("id", id);
  }

  private static String sql(String name) {
    return Resources.sql(Ledger.class, name);
  }
}
