package dev.phase.engine.catalog;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The connection, used only inside transactions that are rolled back. */
final class Session {

  /** What is done in one such transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Reads the row that the result set stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final String NOTHING_BUT_THE_SYSTEM = "pg_catalog";

  private final Connection connection;
  private String ownPath = "";

  Session(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs the work in a transaction of its own, under a search_path of {@code pg_catalog} only, and
   * rolls it back.
   */
  <T> T apart(Work<T> work) {
    try {
      if (!connection.getAutoCommit()) {
        throw new IllegalStateException("The connection is in a transaction already.");
      }
      connection.setAutoCommit(false);
      try {
        ownPath = one("begin", row -> row.getString("own_path"));
        T result = work.run();
        connection.rollback();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBackAfter(e);
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw CatalogException.of(e);
    }
  }

  /** From here on, names mean what they mean in the schema, then on the connection's own path. */
  void resolveIn(Identifier schema) throws SQLException {
    searchPath(ownPath.isBlank() ? schema.sql() : String.join(", ", schema.sql(), ownPath));
  }

  /** From here on, names mean what they mean in {@code pg_catalog}, and others print qualified. */
  void resolveNowhere() throws SQLException {
    searchPath(NOTHING_BUT_THE_SYSTEM);
  }

  /**
   * Runs a statement that may be wrong.
   *
   * @param remedy one sentence: what to do where PostgreSQL refuses it
   */
  void attempt(Sql statement, String remedy) {
    try {
      execute(statement);
    } catch (SQLException e) {
      throw Refusal.of(e, statement, remedy);
    }
  }

  void execute(Sql sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql.sql());
    }
  }

  /** The rows of a query of this package. */
  <T> List<T> query(String name, Row<T> row, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(Queries.text(name))) {
      bind(statement, values);
      try (var results = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (results.next()) {
          rows.add(row.read(results));
        }
        return rows;
      }
    }
  }

  /** The only row of a query of this package. */
  <T> T one(String name, Row<T> row, Object... values) throws SQLException {
    List<T> rows = query(name, row, values);
    if (rows.size() != 1) {
      throw new IllegalStateException("Query %s has %d rows.".formatted(name, rows.size()));
    }
    return rows.get(0);
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static List<Identifier> identifiers(ResultSet row, String column) throws SQLException {
    return strings(row, column).stream().map(Identifier::of).toList();
  }

  private void searchPath(String path) throws SQLException {
    one("search-path", row -> row.getString(1), path);
  }

  private void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Identifier name ? name.value() : values[i];
      if (value instanceof String[] list) {
        statement.setArray(i + 1, connection.createArrayOf("text", list));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private void rollBackAfter(Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
