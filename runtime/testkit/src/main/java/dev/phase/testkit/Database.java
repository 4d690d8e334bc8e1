package dev.phase.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The database of one test. Its owner, who is no superuser, owns the public schema too. May be used
 * from any thread.
 */
public final class Database {
  private final Databases databases;
  private final String name;
  private final OpenConnections connections = new OpenConnections();
  private final Queue<String> roles = new ConcurrentLinkedQueue<>();

  Database(Databases databases, String name) {
    this.databases = databases;
    this.name = name;
    roles.add(name);
  }

  public String name() {
    return name;
  }

  /** Returns the JDBC URL without user and password. */
  public String url() {
    return databases.server().url(name);
  }

  /** Returns the owner. */
  public String user() {
    return name;
  }

  /** Returns the password of the owner and of every role from {@link #createRole}. */
  public String password() {
    return databases.password();
  }

  public int majorVersion() {
    return databases.major();
  }

  /** Opens a connection as the owner, which the test must close. */
  public Connection connect() throws SQLException {
    return connectAs(user());
  }

  /** Opens a connection as a role from {@link #createRole}, which the test must close. */
  public Connection connectAs(String role) throws SQLException {
    return connections.add(DriverManager.getConnection(url(), role, password()));
  }

  /** Opens a connection as a superuser, which the test must close. */
  public Connection superuser() throws SQLException {
    return connections.add(databases.server().connect(name));
  }

  /**
   * Creates a role that can log in; it goes away with the database. Returns its name, which is
   * unique on the server.
   */
  public String createRole(String suffix) throws SQLException {
    String role = name + "_" + suffix;
    databases.createRole(role);
    roles.add(role);
    return role;
  }

  /** Runs statements as the owner, one by one, each in a transaction of its own. */
  public void run(String... sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** Returns the rows of a query, each value as text or null. */
  public List<List<String>> rows(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row(results));
      }
      return rows;
    }
  }

  /** Returns the first column of a query. */
  public List<String> strings(String sql) throws SQLException {
    List<String> column = new ArrayList<>();
    rows(sql).forEach(row -> column.add(row.get(0)));
    return column;
  }

  /** Returns the only value of a query that has exactly one row. */
  public String queryOne(String sql) throws SQLException {
    List<String> column = strings(sql);
    if (column.size() != 1) {
      throw new AssertionError(
          "The query returned " + column.size() + " rows. It must return one: " + sql);
    }
    return column.get(0);
  }

  Iterable<String> roles() {
    return roles;
  }

  Optional<String> closeConnections() throws SQLException {
    return connections.close();
  }

  private static List<String> row(ResultSet results) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
      row.add(results.getString(column));
    }
    return row;
  }
}
