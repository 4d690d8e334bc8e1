package dev.phase.backfill;

import dev.phase.plan.Sweep;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Moves a run on by one step. All that it knows of the run it reads from the ledger each time. */
final class PassWorker {

  static final String BEFORE_ITS_ROWS = "before its first rows";

  private static final int MAX_REPAIRS = 3;

  private final Job job;
  private final Speed speed;
  private String range = BEFORE_ITS_ROWS;

  PassWorker(Job job, Speed speed) {
    this.job = job;
    this.speed = speed;
  }

  /** The rows that the last step was about, in words. */
  String range() {
    return range;
  }

  /** To be called in a transaction of its own. */
  Step step(Handle handle) throws SQLException {
    Optional<Ledger.Locked> run = Ledger.lock(handle, job.claim());
    if (run.isEmpty()) {
      return Step.Turn.SUPERSEDED;
    }
    if (run.get().pauseWanted()) {
      Ledger.end(handle, job.claim(), RunState.PAUSED, Optional.of("paused by request"));
      return Step.Turn.PAUSED;
    }
    job.table().lock(handle);
    Chunks chunks = job.table().chunks(handle);
    Pass pass = run.get().pass();
    if (!pass.goesBy(chunks)) {
      return begin(handle, pass);
    }
    Optional<Chunk> chunk = chunks.next(handle, pass, job.request().settings().rows());
    if (chunk.isEmpty()) {
      return turn(handle, pass);
    }
    SweepSql sql = new SweepSql(sweep(), job.table().exactColumns());
    return work(handle, pass, new Work(sql, chunks, chunk.get()));
  }

  private record Work(SweepSql sql, Chunks chunks, Chunk chunk) {}

  private Step begin(Handle handle, Pass pass) throws SQLException {
    Chunks chunks = job.table().chunks(handle);
    Optional<Position> end = chunks.end(handle);
    if (end.isEmpty()) {
      return Step.Turn.EMPTY;
    }
    Ledger.beginPass(handle, job.claim(), pass.begun(chunks, end.get(), job.table().rows(handle)));
    return Step.Turn.NEXT_PASS;
  }

  private Step turn(Handle handle, Pass pass) throws SQLException {
    boolean verifiable = sweep().fills().stream().anyMatch(fill -> !fill.onlyNull());
    if (pass.stage() == Stage.CONVERT) {
      return verifiable
          ? begin(handle, Pass.fresh(Stage.VERIFY, 1))
          : Step.Turn.FINISHED;
    }
    return pass.rowsMended() > 0
        ? begin(handle, Pass.fresh(Stage.VERIFY, pass.number() + 1))
        : Step.Turn.FINISHED;
  }

  private Step work(Handle handle, Pass pass, Work work) throws SQLException {
    range = "in the rows " + work.chunk().range();
    Batch batch =
        pass.stage() == Stage.CONVERT
            ? new Batch(work.chunk(), RawSql.update(handle, work.sql().convert(work.chunk())), 0)
            : verify(handle, pass, work);
    Ledger.advance(handle, job.claim(), batch, speed.rowsPerSecond());
    return new Step.Worked(pass.after(work.chunk(), batch.mended()), work.chunk().rows());
  }

  /**
   * Mends what is wrong, so that the pass has to be repeated. What stays wrong, or is wrong again in
   * every pass, is none that a repair helps.
   */
  private Batch verify(Handle handle, Pass pass, Work work) throws SQLException {
    long mended = 0;
    for (int repairs = 0; wrong(handle, work) > 0; repairs++) {
      if (repairs == MAX_REPAIRS || pass.number() > MAX_REPAIRS) {
        throw Mismatch.find(handle, work.sql(), work.chunk(), work.chunks().rowName())
            .after(MAX_REPAIRS, sweep());
      }
      mended += RawSql.update(handle, work.sql().convert(work.chunk()));
    }
    return new Batch(work.chunk(), mended, mended);
  }

  private static long wrong(Handle handle, Work work) throws SQLException {
    return Long.parseLong(
        RawSql.query(handle, work.sql().countWrong(work.chunk())).get(0).get(0));
  }

  private Sweep sweep() {
    return job.request().sweep();
  }
}
