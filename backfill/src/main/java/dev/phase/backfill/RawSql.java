package dev.phase.backfill;

import dev.phase.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Sends statements as they stand. They hold names and expressions of users, in which Jdbi and the
 * driver would take {@code ?}, {@code :name} or braces for their own.
 */
final class RawSql {

  private RawSql() {}

  /** Returns the number of rows that the statement changed. */
  static long update(Handle handle, Sql sql) throws SQLException {
    try (Statement statement = statement(handle)) {
      return statement.executeLargeUpdate(sql.sql());
    }
  }

  /** Returns the rows, each column as text. */
  static List<List<String>> query(Handle handle, Sql sql) throws SQLException {
    try (Statement statement = statement(handle);
        ResultSet result = statement.executeQuery(sql.sql())) {
      List<List<String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Returns the only value of a query, a number. */
  static long number(Handle handle, Sql sql) throws SQLException {
    return Long.parseLong(query(handle, sql).get(0).get(0));
  }

  private static Statement statement(Handle handle) throws SQLException {
    Statement statement = handle.getConnection().createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }
}
