package dev.phase.testkit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach a server as its superuser: the address is host and port, the parameters go to every
 * URL.
 */
record TestServer(String address, String parameters, String user, String password) {
  TestServer {
    requireNonNull(address, "address is null");
    requireNonNull(parameters, "parameters is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  String url(String database) {
    return "jdbc:postgresql://"
        + address
        + "/"
        + database
        + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  /** Connects to a database as the superuser. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), user, password);
  }
}
