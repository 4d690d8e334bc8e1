package dev.phase.backfill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Works batches of a claimed chunk. All that it knows of it, it reads from the ledger each time.
 */
final class BatchWork {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * A batch has rows locked while it waits for another one. If their holders wait for each other,
   * PostgreSQL ends the one that has waited for {@code deadlock_timeout}, of 1 s unless set
   * otherwise: the batch gives way long before that, so that it is never an application.
   */
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(50);

  /** For a batch that has hardly another row. */
  private static final Duration LEAST_LOCK_TIMEOUT = Duration.ofMillis(500);

  private final Job job;
  private final Snapshot snapshot;
  private String range = "before its first rows";

  BatchWork(Job job, Snapshot snapshot) {
    this.job = job;
    this.snapshot = snapshot;
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
  Step next(
      Handle handle, Settings settings, Claim claim, Paces paces, Rate rate, Care care)
      throws SQLException {
    boolean least = paces.areLeast();
    Settings own = settings.with(least ? LEAST_LOCK_TIMEOUT : LOCK_TIMEOUT);
    Optional<ChunkLedger.Locked> locked =
        ChunkLedger.lock(
            handle, care == Care.ALL ? own : own.patient(), claim, timeout(care));
    if (locked.isEmpty()) {
      return Step.Turn.LOST;
    }
    if (locked.get().desired() != Desired.RUN) {
      return Step.Turn.of(locked.get().desired());
    }
    Pass pass = locked.get().pass();
    if (!snapshot.shows(pass)) {
      return Step.Turn.LOST;
    }
    Chunks chunks = job.chunks(pass);
    boolean verifies = pass.stage() == Stage.VERIFY;
    Place place = locked.get().place();
    Chunk chunk = locked.get().chunk();
    int rows = paces.of(place.stripe()).rows();
    Slice slice = chunks.slice(handle, pass, chunk, place, verifies ? rows * most() : rows);
    range = "in the rows " + slice.range();
    SliceWork work = new SliceWork(handle, job, pass, slice, chunks.rowName());
    if (least && !verifies) {
      work.lockRows();
    }
    SliceWork.Written written = written(work, claim, pass, care);
    Place after = place.after(slice);
    Batch batch = new Batch(after, written.changed(), written.mended(), rate);
    Duration lease = job.request().settings().lease();
    long walBytes =
        ChunkLedger.advance(handle, claim, batch, locked.get().walPosition(), lease);
    return new Step.Worked(
        pass,
        place.stripe(),
        slice.rows(),
        written.changed(),
        care == Care.ALL,
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

  private SliceWork.Written written(SliceWork work, Claim claim, Pass pass, Care care)
      throws SQLException {
    boolean all = care == Care.ALL;
    if (pass.snapshot().isPresent()) {
      return all ? work.prove(snapshot) : work.proveOneByOne(snapshot);
    }
    if (pass.stage() == Stage.VERIFY) {
      return all ? work.verify() : work.verifyOneByOne();
    }
    return all ? work.convert(claim.favours()) : work.convertOneByOne();
  }
}
