package dev.phase.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates and drops the databases of this JVM. They are copies of a template in which, as from
 * PostgreSQL 15 on, the public schema belongs to the owner of the database.
 */
final class Databases {
  /** The first PostgreSQL that has a choice; those before it copy files. */
  private static final int STRATEGY = 15;

  private final TestServer server;
  private final String prefix = "phase_test_" + random().substring(0, 8);
  private final String template = prefix + "_template";
  private final String password = random();
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<Connection> administrators = new ConcurrentLinkedQueue<>();
  private final int major;

  private static final class Holder {
    static final Databases INSTANCE = start();

    private static Databases start() {
      try {
        return new Databases(ServerChoice.start());
      } catch (SQLException e) {
        throw new IllegalStateException(
            "The test server cannot be used. It must accept a superuser; look at the cause.", e);
      }
    }
  }

  static Databases ofThisJvm() {
    return Holder.INSTANCE;
  }

  private Databases(TestServer server) throws SQLException {
    this.server = server;
    try (var connection = server.connect("postgres")) {
      this.major = connection.getMetaData().getDatabaseMajorVersion();
    }
    administer("CREATE DATABASE " + template + " TEMPLATE template0");
    try (var connection = server.connect(template);
        var statement = connection.createStatement()) {
      statement.execute("ALTER SCHEMA public OWNER TO pg_database_owner");
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::dropTemplate, "phase-testkit-stop"));
  }

  Database create() throws SQLException {
    String name = prefix + "_" + count.incrementAndGet();
    createRole(name);
    administer("CREATE DATABASE " + name + " OWNER " + name + " TEMPLATE " + template + strategy());
    return new Database(this, name);
  }

  /** Where nothing is synchronized to disk, copying files costs least. */
  private String strategy() {
    return major >= STRATEGY ? " STRATEGY file_copy" : "";
  }

  void createRole(String name) throws SQLException {
    administer("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
  }

  void drop(Database database) throws SQLException {
    administer("DROP DATABASE " + database.name() + " WITH (FORCE)");
    for (String role : database.roles()) {
      administer("DROP ROLE " + role);
    }
  }

  TestServer server() {
    return server;
  }

  String password() {
    return password;
  }

  int major() {
    return major;
  }

  private void administer(String sql) throws SQLException {
    Connection idle = administrators.poll();
    Connection connection = idle == null ? server.connect("postgres") : idle;
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      administrators.add(connection);
    }
  }

  /** Matters to a server that outlives this JVM; another one may be gone already. */
  private void dropTemplate() {
    try {
      administer("DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
    } catch (SQLException e) {
      // The server went first, and the template with it.
    }
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
