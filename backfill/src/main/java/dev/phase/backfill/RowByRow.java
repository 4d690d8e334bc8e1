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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Works a batch that holds rows that cannot be converted: halves it until these stand alone, and
 * works the others.
 */
final class RowByRow {

  /** Where so many rows are wrong, the expression is. */
  private static final long MOST = 1_000;

  /** Locked, or at one moment, each stays in its place until the transaction ends. */
  private record Row(String table, String ctid, String name) {}

  /**
   * @param done what the work on the rows came to, without those that
   * @param refused raised an error
   */
  record Result(long done, long refused) {

    static final Result NOTHING = new Result(0, 0);

    Result plus(Result other) {
      return new Result(done + other.done, refused + other.refused);
    }
  }

  /** What is done to several rows at once. */
  private interface Work {
    long on(Sql condition) throws SQLException;
  }

  /** What is done about a row that raises an error. */
  private interface Refusal {
    void of(Row row, SQLException error) throws SQLException;
  }

  private final Handle handle;
  private final Job job;

  RowByRow(Handle handle, Job job) {
    this.handle = handle;
    this.job = job;
  }

  /** Converts the rows, but for those that it puts in quarantine. */
  Result convert(Slice slice, Sql rowName) throws SQLException {
    return write(slice, rowName, job.sql()::convert);
  }

  /** The same, where each row that it writes asks for another pass. */
  Result mend(Slice slice, Sql rowName) throws SQLException {
    return write(slice, rowName, job.sql()::mend);
  }

  private Result write(Slice slice, Sql rowName, UnaryOperator<Sql> statement)
      throws SQLException {
    return all(
        job.sql().lockRows(slice, rowName),
        rows -> RawSql.update(handle, statement.apply(rows)),
        this::quarantine);
  }

  /** Counts the rows that a conversion would change, but for those that it could not. */
  Result count(Slice slice, Sql rowName) throws SQLException {
    return all(
        job.sql().rows(slice, rowName),
        rows -> RawSql.number(handle, job.sql().countUnproven(rows)),
        (row, error) -> {});
  }

  private Result all(Sql slice, Work work, Refusal refusal) throws SQLException {
    Map<String, List<Row>> tables =
        RawSql.query(handle, slice).stream()
            .map(row -> new Row(row.get(0), row.get(1), row.get(2)))
            .collect(
                Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()));
    Result result = Result.NOTHING;
    for (List<Row> rows : tables.values()) {
      result = result.plus(some(rows, work, refusal));
    }
    return result;
  }

  private Result some(List<Row> rows, Work work, Refusal refusal) throws SQLException {
    Connection connection = handle.getConnection();
    Savepoint before = connection.setSavepoint();
    try {
      long done = work.on(condition(rows));
      connection.releaseSavepoint(before);
      return new Result(done, 0);
    } catch (SQLException e) {
      if (!SqlErrors.isOfData(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      if (rows.size() == 1) {
        refusal.of(rows.get(0), e);
        return new Result(0, 1);
      }
      int half = rows.size() / 2;
      return some(rows.subList(0, half), work, refusal)
          .plus(some(rows.subList(half, rows.size()), work, refusal));
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
