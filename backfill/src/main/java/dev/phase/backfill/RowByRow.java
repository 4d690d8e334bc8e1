package dev.phase.backfill;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Converts a batch that holds rows that cannot be converted: halves it until these stand alone,
 * puts them in quarantine and converts the others.
 */
final class RowByRow {

  /** Where so many rows are wrong, the expression is. */
  private static final long MOST = 1_000;

  /** The rows are locked, so each stays in its place until the transaction ends. */
  private record Row(String table, String ctid, String name) {}

  private final Handle handle;
  private final Job job;

  RowByRow(Handle handle, Job job) {
    this.handle = handle;
    this.job = job;
  }

  /** Returns how many rows were converted. */
  long convert(Slice slice, Sql rowName) throws SQLException {
    Map<String, List<Row>> tables =
        RawSql.query(handle, job.sql().lockRows(slice, rowName)).stream()
            .map(row -> new Row(row.get(0), row.get(1), row.get(2)))
            .collect(
                Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()));
    long converted = 0;
    for (List<Row> rows : tables.values()) {
      converted += convert(rows);
    }
    return converted;
  }

  private long convert(List<Row> rows) throws SQLException {
    Connection connection = handle.getConnection();
    Savepoint before = connection.setSavepoint();
    try {
      long converted = RawSql.update(handle, job.sql().convert(condition(rows)));
      connection.releaseSavepoint(before);
      return converted;
    } catch (SQLException e) {
      if (!SqlErrors.isOfData(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      if (rows.size() == 1) {
        quarantine(rows.get(0), e);
        return 0;
      }
      int half = rows.size() / 2;
      return convert(rows.subList(0, half)) + convert(rows.subList(half, rows.size()));
    }
  }

  private void quarantine(Row row, SQLException error) throws SQLException {
    if (Quarantine.count(handle, job.run()) >= MOST) {
      throw error;
    }
    Quarantine.add(handle, job.run(), row.name(), error);
  }

  private static Sql condition(List<Row> rows) {
    List<SqlLiteral> places = new ArrayList<>();
    rows.forEach(row -> places.add(new SqlLiteral(row.ctid())));
    return Sql.of(
        "tableoid = %s::oid AND ctid = ANY (ARRAY[%s]::tid[])",
        new SqlLiteral(rows.get(0).table()), Sql.list(places));
  }
}
