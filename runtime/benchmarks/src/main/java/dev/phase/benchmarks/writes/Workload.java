package dev.phase.benchmarks.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What an application does to the table; in this order, since each finds the rows of the first. */
enum Workload {
  INSERT("INSERT") {
    @Override
    void run(Connection connection, String relation, int rows) throws SQLException {
      execute(
          connection,
          "INSERT INTO %s (id, name, amount, created_at, status, note)"
              + " SELECT i, 'name ' || i, i, now(), i %% 10, md5(i::text) FROM generate_series(1, %d) i",
          relation,
          rows);
    }
  },
  CONVERTED("UPDATE of the converted column") {
    @Override
    void run(Connection connection, String relation, int rows) throws SQLException {
      execute(connection, "UPDATE %s SET amount = amount + 1", relation);
    }
  },
  OTHER("UPDATE of another column") {
    @Override
    void run(Connection connection, String relation, int rows) throws SQLException {
      execute(connection, "UPDATE %s SET note = 'other'", relation);
    }
  },
  SINGLE("single rows") {
    /** As much INSERT and SELECT as UPDATE; a transaction each, prepared. */
    @Override
    void run(Connection connection, String relation, int rows) throws SQLException {
      int count = Math.max(1, rows / SINGLE_SHARE);
      try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO " + relation + " (id, name, amount, status) VALUES (?, 'x', ?, 1)");
          PreparedStatement convert =
              connection.prepareStatement(
                  "UPDATE " + relation + " SET amount = amount + ? WHERE id = ?");
          PreparedStatement other =
              connection.prepareStatement(
                  "UPDATE " + relation + " SET note = note || ? WHERE id = ?");
          PreparedStatement select =
              connection.prepareStatement("SELECT amount, note FROM " + relation + " WHERE id = ?")) {
        for (int i = 0; i < count; i++) {
          long id = 1 + i * 7919L % rows;
          insert.setLong(1, rows + 1L + i);
          insert.setInt(2, i);
          insert.execute();
          convert.setInt(1, 1);
          convert.setLong(2, id);
          convert.execute();
          other.setString(1, ".");
          other.setLong(2, id);
          other.execute();
          select.setLong(1, id);
          select.executeQuery().close();
        }
      }
    }
  };

  /** Single rows are slower by far, so there are fewer of them. */
  static final int SINGLE_SHARE = 20;

  private final String words;

  Workload(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract void run(Connection connection, String relation, int rows) throws SQLException;

  private static void execute(Connection connection, String sql, Object... names)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql.formatted(names));
    }
  }
}
