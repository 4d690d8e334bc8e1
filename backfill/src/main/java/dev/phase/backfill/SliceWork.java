package dev.phase.backfill;

import dev.phase.plan.Fill;
import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What is done to the rows of one batch. */
final class SliceWork {

  private static final int MAX_REPAIRS = 3;
  private static final int MAX_PASSES = 20;

  private final Handle handle;
  private final Job job;
  private final Pass pass;
  private final Slice slice;
  private final Sql rowName;

  SliceWork(Handle handle, Job job, Pass pass, Slice slice, Sql rowName) {
    this.handle = handle;
    this.job = job;
    this.pass = pass;
    this.slice = slice;
    this.rowName = rowName;
  }

  /**
   * What that came to.
   *
   * @param changed rows that were written
   * @param mended rows for which there has to be another pass
   */
  record Written(long changed, long mended) {}

  /**
   * @param more what else to fill in rows that are written anyway, or need only that
   */
  Written convert(List<Fill> more) throws SQLException {
    return new Written(RawSql.update(handle, job.sql().with(more).convert(slice)), 0);
  }

  private Written convert() throws SQLException {
    return convert(List.of());
  }

  /** Waits for rows that others have locked before it spends time on any. */
  void lockRows() throws SQLException {
    RawSql.query(handle, job.sql().lockRows(slice, rowName));
  }

  Written convertOneByOne() throws SQLException {
    return new Written(byRow().convert(slice, rowName).done(), 0);
  }

  /**
   * Mends what is wrong. What stays wrong, or is wrong again in every pass, is none that a repair
   * helps.
   */
  Written verify() throws SQLException {
    long mended = 0;
    for (int repairs = 0; job.verifiable() && wrong() > 0; repairs++) {
      if (repairs == MAX_REPAIRS || isLast()) {
        throw mismatch(handle);
      }
      mended += convert().changed();
    }
    long filled = job.fillsOnlyNull() ? convert().changed() : 0;
    return new Written(mended + filled, mended);
  }

  Written verifyOneByOne() throws SQLException {
    long mended = byRow().mend(slice, rowName).done();
    return new Written(mended, mended);
  }

  /** Mends what was wrong at that moment. What has moved on since is found by the next pass. */
  Written prove(Snapshot snapshot) throws SQLException {
    long wrong =
        snapshot.look(then -> RawSql.number(then, job.sql().countUnproven(slice.condition())));
    if (wrong == 0) {
      return new Written(0, 0);
    }
    if (isLast()) {
      throw snapshot.look(this::mismatch);
    }
    long changed = verify().changed();
    return new Written(changed, Math.max(wrong, changed));
  }

  /** The same, where some rows cannot be converted. */
  Written proveOneByOne(Snapshot snapshot) throws SQLException {
    RowByRow.Result now = byRow().mend(slice, rowName);
    RowByRow.Result then =
        snapshot.look(moment -> new RowByRow(moment, job).count(slice, rowName));
    long left = then.done() + then.refused() - now.refused();
    return new Written(now.done(), Math.max(now.done(), left));
  }

  private RowByRow byRow() {
    return new RowByRow(handle, job);
  }

  private boolean isLast() {
    return pass.number() > MAX_PASSES;
  }

  private long wrong() throws SQLException {
    return RawSql.number(handle, job.sql().countWrong(slice));
  }

  private BackfillException mismatch(Handle seen) throws SQLException {
    return Mismatch.find(seen, job.sql(), slice, rowName)
        .after(MAX_REPAIRS, job.request().sweep());
  }
}
