package dev.phase.engine.catalog;

import dev.phase.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One of the SQL texts beside this class with its values, and its rows once it was run. */
final class Query<T> {

  /** Reads the row that the result set stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final String name;
  private final Row<T> row;
  private final List<Object> values;
  private final List<T> rows = new ArrayList<>();

  Query(String name, Row<T> row, Object... values) {
    this.name = name;
    this.row = row;
    this.values = List.of(values);
  }

  String text() {
    return SqlResource.text(Query.class, name + ".sql");
  }

  List<Object> values() {
    return values;
  }

  void read(ResultSet results) throws SQLException {
    while (results.next()) {
      rows.add(row.read(results));
    }
  }

  List<T> rows() {
    return rows;
  }

  T onlyRow() {
    if (rows.size() != 1) {
      throw new IllegalStateException("Query %s has %d rows.".formatted(name, rows.size()));
    }
    return rows.get(0);
  }
}
