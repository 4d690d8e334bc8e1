package dev.phase.backfill;

import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of {@code phase.backfill_run}. Whoever starts a run gets a new epoch; all others of that
 * run then find no row of theirs and stop.
 */
final class Ledger {

  private Ledger() {}

  /** The right to work on a run, for as long as nobody else starts it. */
  record Claim(String id, long epoch) {}

  /** A claim's run, locked until the transaction ends. */
  record Locked(boolean pauseWanted, Pass pass) {}

  static List<Sql> schema() {
    return List.of(new Sql(sql("createSchema")), new Sql(sql("createRun")));
  }

  /** Starts or resumes a run; nothing where it is done, or where it is to pause. */
  static Optional<Claim> start(Handle handle, String id, QualifiedName table) {
    return query(handle, "start")
        .bind("id", id)
        .bind("table", table.toString())
        .mapTo(Long.class)
        .findOne()
        .map(epoch -> new Claim(id, epoch));
  }

  static boolean isDone(Handle handle, String id) {
    return query(handle, "isDone").bind("id", id).mapTo(Boolean.class).findOne().orElse(false);
  }

  /** Absent where someone else has the run now. */
  static Optional<Locked> lock(Handle handle, Claim claim) {
    return query(handle, "lock")
        .bind("id", claim.id())
        .bind("epoch", claim.epoch())
        .map((row, context) -> locked(row))
        .findOne();
  }

  static void beginPass(Handle handle, Claim claim, Pass pass) {
    update(handle, claim, "beginPass")
        .bind("stage", pass.stage())
        .bind("pass", pass.number())
        .bind("chunking", pass.chunking())
        .bindArray("upperBound", String.class, pass.bound().orElseThrow().values())
        .bind("rowsTotal", pass.rowsTotal())
        .execute();
  }

  static void advance(Handle handle, Claim claim, Batch batch, double rowsPerSecond) {
    update(handle, claim, "advance")
        .bindArray("cursor", String.class, batch.chunk().last().values())
        .bind("rows", batch.chunk().rows())
        .bind("changed", batch.changed())
        .bind("mended", batch.mended())
        .bind("rowsPerSecond", rowsPerSecond)
        .execute();
  }

  static void end(Handle handle, Claim claim, RunState state, Optional<String> reason) {
    update(handle, claim, "end").bind("state", state).bind("reason", reason).execute();
  }

  static boolean desire(Handle handle, String id, String desired) {
    return update(handle, "desire").bind("id", id).bind("desired", desired).execute() > 0;
  }

  static boolean forget(Handle handle, String id) {
    return update(handle, "forget").bind("id", id).execute() > 0;
  }

  private static Locked locked(ResultSet row) throws SQLException {
    Pass pass =
        new Pass(
            Stage.valueOf(row.getString("stage")),
            row.getInt("pass"),
            Optional.ofNullable(row.getString("chunking")),
            position(row.getArray("cursor")),
            position(row.getArray("upper_bound")),
            row.getLong("rows_total"),
            row.getLong("rows_done"),
            row.getLong("rows_mended"));
    return new Locked(row.getString("desired_state").equals("PAUSE"), pass);
  }

  private static Optional<Position> position(Array values) throws SQLException {
    return values == null
        ? Optional.empty()
        : Optional.of(new Position(Arrays.asList((String[]) values.getArray())));
  }

  private static Query query(Handle handle, String name) {
    return handle.createQuery(sql(name));
  }

  private static Update update(Handle handle, String name) {
    return handle.createUpdate(sql(name));
  }

  private static Update update(Handle handle, Claim claim, String name) {
    return update(handle, name).bind("id", claim.id()).bind("epoch", claim.epoch());
  }

  private static String sql(String name) {
    return Resources.sql(Ledger.class, name);
  }
}
