package dev.phase.engine.execution;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.SqlResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * One command at a time per base schema that moves its window, and one that finishes what is being
 * prepared.
 *
 * <p>A session advisory lock on a connection of its own, polled in autocommit: a session that waited
 * inside {@code pg_advisory_lock} would hold a snapshot, and {@code CREATE INDEX CONCURRENTLY} would
 * wait for it for ever. PostgreSQL frees the lock when the holder's connection ends, however it ends.
 */
public final class ProjectLock implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private static final String HOLDER = SqlResource.text(ProjectLock.class, "lock-holder.sql");

  private final Connection connection;

  private ProjectLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Waits for the right to move the window.
   *
   * @throws PhaseException with {@link ExitCode#LOCKED} when the patience is over
   */
  public static ProjectLock toMove(Workplace workplace) {
    return acquire(workplace, "phase/" + workplace.schema().value());
  }

  /**
   * Waits for the right to finish what is being prepared, likewise. Whoever has it gets the right to
   * move, too, whenever a version is ready; never the other way round.
   */
  public static ProjectLock toFinish(Workplace workplace) {
    return acquire(workplace, "phase finish/" + workplace.schema().value());
  }

  private static ProjectLock acquire(Workplace workplace, String name) {
    Connection connection = workplace.sessions().open();
    Duration patience = workplace.locks().budget();
    Instant end = workplace.clock().instant().plus(patience);
    try {
      while (!tryLock(connection, name)) {
        if (workplace.clock().instant().isAfter(end)) {
          throw new PhaseException(
              ExitCode.LOCKED,
              "Another Phase command has been at work on schema %s for more than %d s%s. Try again when it is done."
                  .formatted(workplace.schema(), patience.toSeconds(), holder(connection, name)));
        }
        workplace.sleeper().sleep(POLL);
      }
      return new ProjectLock(connection);
    } catch (SQLException e) {
      close(connection);
      throw SqlFailure.of(e);
    } catch (InterruptedException e) {
      close(connection);
      Thread.currentThread().interrupt();
      throw new PhaseException(
          ExitCode.STOPPED, "Stopped while waiting for another command. Run it again.", e);
    } catch (PhaseException e) {
      close(connection);
      throw e;
    }
  }

  private static boolean tryLock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /** Who has it, in brackets; nothing where nobody has it any more. */
  private static String holder(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return "";
        }
        String address = row.getString("address");
        return " (pid %d, %s%s)"
            .formatted(
                row.getInt("pid"),
                row.getString("application"),
                address == null ? "" : ", from " + address);
      }
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // The lock goes with the connection; there is nothing left to free.
    }
  }
}
