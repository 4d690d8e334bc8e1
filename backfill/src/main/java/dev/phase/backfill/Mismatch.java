package dev.phase.backfill;

import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of one batch whose column is not what its expression gives. */
record Mismatch(Identifier column, long rows, String example) {

  /** Describes the first column of the batch that is wrong. */
  static Mismatch find(Handle handle, SweepSql sql, Slice slice, Sql rowName) throws SQLException {
    for (Fill fill : sql.fills()) {
      List<List<String>> found = RawSql.query(handle, sql.example(slice, fill, rowName));
      if (!found.isEmpty()) {
        return new Mismatch(
            fill.column(), Long.parseLong(found.get(0).get(0)), found.get(0).get(1));
      }
    }
    throw new IllegalStateException("The rows of one snapshot were wrong and then were not.");
  }

  BackfillException after(int attempts, Sweep sweep) {
    return new BackfillException(
        BackfillException.Kind.MISMATCH,
        "Column %s of %s differs from its expression in %d rows, such as %s, after %d repairs."
            .formatted(column, sweep.table(), rows, example, attempts),
        "Let the expression give the same value each time, find who writes another one, and run"
            + " `phase advance` again.");
  }
}
