package dev.phase.testkit;

import java.sql.SQLException;
import java.util.Optional;

/** The use of one database, by a test or by one try of a property. */
public record Lease(Database database) implements AutoCloseable {
  public static Lease begin() {
    try {
      return new Lease(Databases.ofThisJvm().create());
    } catch (SQLException e) {
      throw new IllegalStateException("No test database can be created. Look at the cause.", e);
    }
  }

  /** Drops the database; fails the test when it left connections open. */
  @Override
  public void close() throws SQLException {
    Optional<String> leak = database.closeConnections();
    Databases.ofThisJvm().drop(database);
    if (leak.isPresent()) {
      throw new AssertionError(leak.get());
    }
  }
}
