package dev.phase.engine.execution;

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
import java.time.Instant;

/** Tells what became of a concurrent index build that may have been cut off, and clears the way. */
final class IndexGuard {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final String STATE = SqlResource.text(IndexGuard.class, "index-state.sql");

  private final Workplace workplace;
  private final Connection connection;

  IndexGuard(Workplace workplace) {
    this.workplace = workplace;
    this.connection = workplace.connection();
  }

  /**
   * Whether the index is there and valid. One that is invalid is dropped, under the session's {@code
   * lock_timeout}.
   */
  boolean isDone(Identifier index) throws SQLException {
    Instant end = workplace.clock().instant().plus(workplace.locks().budget());
    String state = state(index);
    // The backend of a killed command builds on until it notices that its client is gone.
    while (state.equals("building")) {
      if (workplace.clock().instant().isAfter(end)) {
        throw stillBuilding(index);
      }
      pause();
      state = state(index);
    }
    if (state.equals("invalid")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", new QualifiedName(workplace.schema(), index)).sql());
      }
    }
    return state.equals("valid");
  }

  private String state(Identifier index) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setString(1, workplace.schema().value());
      statement.setString(2, index.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "absent";
      }
    }
  }

  private PhaseException stillBuilding(Identifier index) {
    return new PhaseException(
        ExitCode.LOCKED,
        "Another session has been building an index of the table of %s for %d s. Run the same command again when it is done."
            .formatted(index, workplace.locks().budget().toSeconds()));
  }

  private void pause() {
    try {
      workplace.sleeper().sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhaseException(
          ExitCode.STOPPED, "Stopped while an index is built. Run the same command again.", e);
    }
  }
}
