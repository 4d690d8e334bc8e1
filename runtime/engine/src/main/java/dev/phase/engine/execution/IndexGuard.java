package dev.phase.engine.execution;

import dev.phase.backfill.Sleeper;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Tells what became of a concurrent index build that may have been cut off, and clears the way. */
final class IndexGuard {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final String STATE = SqlResource.text(IndexGuard.class, "index-state.sql");

  private final Connection connection;
  private final Identifier schema;
  private final Sleeper sleeper;

  IndexGuard(Connection connection, Identifier schema, Sleeper sleeper) {
    this.connection = connection;
    this.schema = schema;
    this.sleeper = sleeper;
  }

  /** Whether the index is there and valid. One that is invalid is dropped. */
  boolean isDone(Identifier index) throws SQLException {
    String state = state(index);
    // The backend of a killed command builds on until it notices that its client is gone.
    while (state.equals("building")) {
      pause();
      state = state(index);
    }
    if (state.equals("invalid")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", new QualifiedName(schema, index)).sql());
      }
    }
    return state.equals("valid");
  }

  private String state(Identifier index) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setString(1, schema.value());
      statement.setString(2, index.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "absent";
      }
    }
  }

  private void pause() {
    try {
      sleeper.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhaseException(
          ExitCode.STOPPED, "Stopped while an index is built. Run the same command again.", e);
    }
  }
}
