package dev.phase.backfill;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Works batches of a claimed chunk. All that it knows of it, it reads from the ledger each time. */
final class BatchWork {

  private static final int MAX_REPAIRS = 3;
  private static final int MAX_PASSES = 20;

  private final Job job;
  private String range = "before its first rows";

  BatchWork(Job job) {
    this.job = job;
  }

  /** The rows that the last batch was about, in words. */
  String range() {
    return range;
  }

  /** To be called in a transaction of its own. */
  Step next(Handle handle, Claim claim, double rowsPerSecond) throws SQLException {
    Optional<ChunkLedger.Locked> locked = ChunkLedger.lock(handle, claim);
    if (locked.isEmpty()) {
      return Step.Turn.LOST;
    }
    if (locked.get().pauseWanted()) {
      return Step.Turn.PAUSED;
    }
    job.table().lock(handle);
    Pass pass = locked.get().pass();
    Chunks chunks = job.table().chunks(handle, pass.stage());
    if (!pass.goesBy(chunks)) {
      return Step.Turn.LOST;
    }
    Place place = locked.get().place();
    Slice slice = chunks.slice(handle, pass, locked.get().chunk(), place, rows(pass));
    range = "in the rows " + slice.range();
    long mended = pass.stage() == Stage.VERIFY ? verify(handle, pass, chunks, slice) : 0;
    long changed = pass.stage() == Stage.VERIFY ? mended : convert(handle, slice);
    Place after = place.after(slice);
    Batch batch = new Batch(after, changed, mended, rowsPerSecond);
    ChunkLedger.advance(handle, claim, batch, locked.get(), job.request().settings().lease());
    boolean endsChunk = after.stripe() == locked.get().chunk().stripes();
    return new Step.Worked(pass, slice.rows(), endsChunk);
  }

  /** A batch that only reads may read as much as all stripes of one that writes. */
  private int rows(Pass pass) {
    BatchSettings settings = job.request().settings();
    return pass.stage() == Stage.VERIFY ? settings.rows() * settings.stripes() : settings.rows();
  }

  private long convert(Handle handle, Slice slice) throws SQLException {
    return RawSql.update(handle, job.sql().convert(slice));
  }

  /**
   * Mends what is wrong, so that the pass has to be repeated. What stays wrong, or is wrong again in
   * every pass, is none that a repair helps.
   */
  private long verify(Handle handle, Pass pass, Chunks chunks, Slice slice) throws SQLException {
    long mended = 0;
    for (int repairs = 0; job.verifiable() && wrong(handle, slice) > 0; repairs++) {
      if (repairs == MAX_REPAIRS || pass.number() > MAX_PASSES) {
        throw Mismatch.find(handle, job.sql(), slice, chunks.rowName())
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
