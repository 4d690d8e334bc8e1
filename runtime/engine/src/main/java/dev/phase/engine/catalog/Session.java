package dev.phase.engine.catalog;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The connection, used only inside transactions that are rolled back. */
final class Session {

  /** What is done in one such transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private static final String NOTHING_BUT_THE_SYSTEM = "pg_catalog";

  private final Connection connection;
  private final List<Assumption> assumed = new ArrayList<>();
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
        for (Assumption assumption : assumed) {
          resolveIn(assumption.schema());
          execute(assumption.statement());
          resolveNowhere();
        }
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
      throw Refusal.failure(e);
    }
  }

  /** Runs this at the beginning of every transaction from here on; names mean those of the schema. */
  void assume(Sql statement, Identifier schema) {
    assumed.add(new Assumption(statement, schema));
  }

  private record Assumption(Sql statement, Identifier schema) {}

  /** From here on, names mean what they mean in the schema, then on the connection's own path. */
  void resolveIn(Identifier schema) throws SQLException {
    searchPath(ownPath.isBlank() ? schema.sql() : String.join(", ", schema.sql(), ownPath));
  }

  /** From here on, temporary relations hide others of their names. */
  void resolveInTemporary(List<Identifier> schemas) throws SQLException {
    searchPath("pg_temp, " + Sql.list(schemas).sql());
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

  /**
   * Runs a statement that may be wrong, and returns what the server says about its work on it.
   *
   * @param remedy one sentence: what to do where PostgreSQL refuses it
   */
  List<String> overhear(Sql sql, String remedy) {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET LOCAL client_min_messages = debug1");
      statement.execute(sql.sql());
      List<String> words = new ArrayList<>();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        words.add(w.getMessage());
      }
      return words;
    } catch (SQLException e) {
      throw Refusal.of(e, sql, remedy);
    }
  }

  void execute(Sql sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql.sql());
    }
  }

  /** Runs several queries in one round trip. */
  void run(Query<?>... queries) throws SQLException {
    String text = Arrays.stream(queries).map(Query::text).collect(Collectors.joining(";"));
    try (var statement = connection.prepareStatement(text)) {
      bind(statement, queries);
      statement.execute();
      for (Query<?> query : queries) {
        try (var results = statement.getResultSet()) {
          query.read(results);
        }
        statement.getMoreResults();
      }
    }
  }

  <T> List<T> query(String name, Query.Row<T> row, Object... values) throws SQLException {
    Query<T> query = new Query<>(name, row, values);
    run(query);
    return query.rows();
  }

  <T> T one(String name, Query.Row<T> row, Object... values) throws SQLException {
    Query<T> query = new Query<>(name, row, values);
    run(query);
    return query.onlyRow();
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

  private void bind(PreparedStatement statement, Query<?>... queries) throws SQLException {
    int at = 1;
    for (Query<?> query : queries) {
      for (Object value : query.values()) {
        statement.setObject(at++, value instanceof String[] list ? array(list) : value);
      }
    }
  }

  private Array array(String... list) throws SQLException {
    return connection.createArrayOf("text", list);
  }

  private void rollBackAfter(Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
