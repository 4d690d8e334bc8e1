package dev.phase.backfill;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of {@code phase.backfill_quarantine}: those that raise an error when converted. */
final class Quarantine {

  private Quarantine() {}

  static void add(Handle handle, String run, String rowName, SQLException error) {
    handle
        .createUpdate(sql("add"))
        .bind("run", run)
        .bind("rowName", rowName)
        .bind("sqlState", error.getSQLState())
        .bind("message", Failures.firstLine(error))
        .execute();
  }

  static List<QuarantinedRow> list(Handle handle, String run, int limit) {
    return handle
        .createQuery(sql("list"))
        .bind("run", run)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new QuarantinedRow(
                    row.getString("row_name"),
                    row.getString("sqlstate"),
                    row.getString("message"),
                    row.getTimestamp("found_at").toInstant()))
        .list();
  }

  static long count(Handle handle, String run) {
    return handle.createQuery(sql("count")).bind("run", run).mapTo(Long.class).one();
  }

  /** A pass that is about to look at every row will find again what is still wrong. */
  static void clear(Handle handle, String run) {
    handle.createUpdate(sql("clear")).bind("run", run).execute();
  }

  private static String sql(String name) {
    return Resources.sql(Quarantine.class, name);
  }
}
