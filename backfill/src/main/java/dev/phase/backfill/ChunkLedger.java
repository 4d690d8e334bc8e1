package dev.phase.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The rows of {@code phase.backfill_chunk}: who works which part of a table, and how far that is.
 */
final class ChunkLedger {

  private ChunkLedger() {}

  /**
   * A claim's chunk, locked until the transaction ends, with what its run says.
   *
   * @param walPosition where the server's log stood then
   */
  record Locked(
      Desired desired,
      Pass pass,
      Chunk chunk,
      Place place,
      Overrides overrides,
      String walPosition) {}

  /**
   * What the chunks of a pass have come to.
   *
   * @param open chunks that are not done
   */
  record Sums(int open, long rowsDone, long rowsMended) {}

  /** To be called under the lock of the run; absent where no chunk waits for a worker. */
  static Optional<Claim> claim(Handle handle, String run, UUID owner, Duration lease) {
    return claimed(query(handle, "claim", run).bind("lease", lease.toMillis()), run, owner);
  }

  /** Adds a chunk for its owner; to be called under the lock of the run. */
  static Claim add(Handle handle, String run, Chunk chunk, UUID owner, Duration lease) {
    Query query =
        query(handle, "add", run)
            .bind("low", Position.array(chunk.low()))
            .bind("high", Position.array(Optional.of(chunk.high())))
            .bind("stripes", chunk.stripes())
            .bind("rows", chunk.rows())
            .bind("lease", lease.toMillis());
    return claimed(query, run, owner).orElseThrow();
  }

  private static Optional<Claim> claimed(Query query, String run, UUID owner) {
    return query
        .bind("owner", owner)
        .map(
            (row, context) ->
                new Claim(run, row.getInt("seq"), owner, row.getLong("epoch"), List.of()))
        .findOne();
  }

  /**
   * Settles the transaction, too; absent where someone else has the chunk now, or its pass is over.
   *
   * @param timeout for each of the batch's statements
   */
  static Optional<Locked> lock(
      Handle handle, Settings settings, Claim claim, Duration timeout) {
    return settings
        .settleWith(bind(query(handle, "lock", claim.run()), claim))
        .bind("timeout", Long.toString(timeout.toMillis()))
        .map((row, context) -> locked(row))
        .findOne();
  }

  /** Returns how many bytes were logged since the chunk was locked, by others, too. */
  static long advance(
      Handle handle, Claim claim, Batch batch, String walPosition, Duration lease) {
    return query(handle, "advance", claim.run())
        .bind("seq", claim.seq())
        .bind("stripe", batch.place().stripe())
        .bind("cursor", Position.array(batch.place().cursor()))
        .bind("rowsDone", batch.place().rowsDone())
        .bind("changed", batch.changed())
        .bind("mended", batch.mended())
        .bind("walPosition", walPosition)
        .bind("rowsPerSecond", batch.rate().rows())
        .bind("slowest", batch.rate().slowest())
        .bind("fastest", batch.rate().fastest())
        .bind("lease", lease.toMillis())
        .mapTo(Long.class)
        .one();
  }

  /** Makes the lease longer, for a worker that waits. */
  static void keep(Handle handle, Claim claim, Duration lease) {
    bind(handle.createUpdate(sql("keep")).bind("run", claim.run()), claim)
        .bind("lease", lease.toMillis())
        .execute();
  }

  /** Gives the chunk back for others to go on with. */
  static void release(Handle handle, Claim claim) {
    bind(handle.createUpdate(sql("release")).bind("run", claim.run()), claim).execute();
  }

  static Sums sums(Handle handle, String run) {
    return query(handle, "sums", run)
        .map(
            (row, context) ->
                new Sums(row.getInt("open"), row.getLong("rows_done"), row.getLong("rows_mended")))
        .one();
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
            row.getLong("pass_rows"));
    Chunk chunk =
        new Chunk(
            Position.read(row, "low"),
            Position.read(row, "high").orElseThrow(),
            row.getInt("stripes"),
            row.getLong("rows_total"));
    Place place =
        new Place(row.getInt("stripe"), Position.read(row, "cursor"), row.getLong("rows_done"));
    return new Locked(
        Desired.valueOf(row.getString("desired_state")),
        pass,
        chunk,
        place,
        Overrides.read(row),
        row.getString("wal_position"));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Claim claim) {
    return statement
        .bind("seq", claim.seq())
        .bind("owner", claim.owner())
        .bind("epoch", claim.epoch());
  }

  private static Query query(Handle handle, String name, String run) {
    return handle.createQuery(sql(name)).bind("run", run);
  }

  private static String sql(String name) {
    return Resources.sql(ChunkLedger.class, name);
  }
}
