package dev.phase.backfill;

import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Works batches of a claimed chunk. All that it knows of it, it reads from the ledger each time.
 */
final class BatchWork {

  private static final int MAX_REPAIRS = 3;
  private static final int MAX_PASSES = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Job job;
  private String range = "before its first rows";

  BatchWork(Job job) {
    this.job = job;
  }

  /** The rows that the last batch was about, in words. */
  String range() {
    return range;
  }

  /** How a batch is to be worked. */
  enum Care {
    /** All rows at once. */
    ALL,
    /** For a batch with rows that cannot be converted. */
    ROW_BY_ROW
  }

  /** To be called in a transaction of its own. */
  Step next(Handle handle, Claim claim, int rows, double rowsPerSecond, Care care)
      throws SQLException {
    Optional<ChunkLedger.Locked> locked = ChunkLedger.lock(handle, claim, timeout(care));
    if (locked.isEmpty()) {
      return Step.Turn.LOST;
    }
    if (locked.get().desired() != Desired.RUN) {
      return Step.Turn.of(locked.get().desired());
    }
    job.table().lock(handle);
    Pass pass = locked.get().pass();
    Chunks chunks = job.table().chunks(handle, pass.stage());
    if (!pass.goesBy(chunks)) {
      return Step.Turn.LOST;
    }
    boolean verifies = pass.stage() == Stage.VERIFY;
    Place place = locked.get().place();
    Chunk chunk = locked.get().chunk();
    Slice slice = chunks.slice(handle, pass, chunk, place, verifies ? rows * most() : rows);
    range = "in the rows " + slice.range();
    long changed = work(handle, claim, pass, chunks.rowName(), slice, care);
    Place after = place.after(slice);
    Batch batch = new Batch(after, changed, verifies ? changed : 0, rowsPerSecond);
    long walBytes =
        ChunkLedger.advance(
            handle, claim, batch, locked.get(), job.request().settings().lease());
    return new Step.Worked(
        pass,
        slice.rows(),
        after.stripe() == chunk.stripes(),
        walBytes,
        locked.get().overrides());
  }

  /** A batch that only reads may read as much as all stripes of one that writes. */
  private int most() {
    return job.request().settings().stripes();
  }

  private Duration timeout(Care care) {
    Duration most = job.request().settings().time().multipliedBy(20);
    Duration timeout = most.compareTo(TIMEOUT) > 0 ? most : TIMEOUT;
    return care == Care.ALL ? timeout : timeout.multipliedBy(10);
  }

  private long work(
      Handle handle, Claim claim, Pass pass, Sql rowName, Slice slice, Care care)
      throws SQLException {
    if (care == Care.ROW_BY_ROW) {
      return new RowByRow(handle, job).convert(slice, rowName);
    }
    return pass.stage() == Stage.VERIFY
        ? verify(handle, pass, rowName, slice)
        : RawSql.update(handle, job.sql().with(claim.favours()).convert(slice));
  }

  private long convert(Handle handle, Slice slice) throws SQLException {
    return RawSql.update(handle, job.sql().convert(slice));
  }

  /**
   * Mends what is wrong, so that the pass has to be repeated. What stays wrong, or is wrong again
   * in every pass, is none that a repair helps.
   */
  private long verify(Handle handle, Pass pass, Sql rowName, Slice slice) throws SQLException {
    long mended = 0;
    for (int repairs = 0; job.verifiable() && wrong(handle, slice) > 0; repairs++) {
      if (repairs == MAX_REPAIRS || pass.number() > MAX_PASSES) {
        throw Mismatch.find(handle, job.sql(), slice, rowName)
            .after(MAX_REPAIRS, job.request().sweep());
      }
      mended += convert(handle, slice);
    }
    if (job.fillsOnlyNull()) {
      convert(handle, slice);
    }
    return mended;
  }

  private long wrong(Handle handle, Slice slice) throws SQLException {
    return Long.parseLong(
        RawSql.query(handle, job.sql().countWrong(slice)).get(0).get(0));
  }
}
