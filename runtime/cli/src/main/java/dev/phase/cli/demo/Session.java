package dev.phase.cli.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection of one client, in the words of its edition. Counts every statement. */
final class Session implements AutoCloseable {

  /** Work that belongs into one transaction. */
  interface Transaction {
    void run() throws SQLException;
  }

  private final Edition edition;
  private final Connection connection;
  private final Tally tally;

  Session(Shop shop, Edition edition, Tally tally) throws SQLException {
    this.edition = edition;
    this.connection = shop.connect(edition.searchPath());
    this.tally = tally;
  }

  /** Inserts one row and returns its id. */
  long insert(String template, Object... values) throws SQLException {
    return (Long) row(template, values).get(0);
  }

  /** Changes one row, which must be there. */
  void update(String template, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(template, values)) {
      int rows = tally.time(statement::executeUpdate);
      if (rows != 1) {
        tally.misread("%d rows instead of 1: %s".formatted(rows, edition.sql(template)));
      }
    }
  }

  /** The first row of a query; empty where it has none. */
  List<Object> row(String template, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(template, values);
        ResultSet results = tally.time(statement::executeQuery)) {
      List<Object> row = new ArrayList<>();
      if (results.next()) {
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(results.getObject(column));
        }
      }
      return row;
    }
  }

  /** Runs all of it or nothing. */
  void atomically(Transaction work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      tally.time(
          () -> {
            connection.commit();
            return null;
          });
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Holds what was read against what was written. */
  void expect(List<Object> written, List<Object> read, String what) {
    if (!written.equals(read)) {
      tally.misread("%s: wrote %s, read %s".formatted(what, written, read));
    }
  }

  private PreparedStatement prepare(String template, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(edition.sql(template));
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
