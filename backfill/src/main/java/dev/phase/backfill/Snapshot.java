package dev.phase.backfill;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One moment of the database, over a connection of its own, that workers of any process can look
 * at: in it each row stands in one place, wherever it is moved meanwhile. Whoever takes it has to
 * keep it until all have come to it.
 */
final class Snapshot implements AutoCloseable {

  private static final String OWN_SETTINGS = Resources.sql(Snapshot.class, "settings");

  /** Unknown, or of a transaction that is over. */
  private static final Set<String> GONE = Set.of("22023", "42704", "55000");

  private final Jdbi jdbi;
  private final Duration patience;
  private final Duration timeout;
  private Handle handle;
  private Optional<String> id = Optional.empty();
  private boolean mine;

  /**
   * @param patience how long the server keeps it for a client that says nothing
   * @param timeout for each look
   */
  Snapshot(Jdbi jdbi, Duration patience, Duration timeout) {
    this.jdbi = jdbi;
    this.patience = patience;
    this.timeout = timeout;
  }

  /** Takes the present moment and returns its name. */
  String take() throws SQLException {
    begin();
    String name = RawSql.query(handle, new Sql("SELECT pg_export_snapshot()")).get(0).get(0);
    settle(name, true);
    return name;
  }

  /** Comes to the moment of this pass; false where it is gone. */
  boolean shows(Pass pass) throws SQLException {
    leaveUnlessOf(pass);
    return pass.snapshot().isEmpty() || reaches(pass.snapshot().get());
  }

  /** Leaves the moment of another pass. */
  void leaveUnlessOf(Pass pass) {
    if (!id.equals(pass.snapshot())) {
      close();
    }
  }

  private boolean reaches(String name) throws SQLException {
    if (id.filter(name::equals).isPresent()) {
      return true;
    }
    begin();
    try {
      RawSql.update(handle, Sql.of("SET TRANSACTION SNAPSHOT %s", new SqlLiteral(name)));
    } catch (SQLException e) {
      close();
      if (GONE.contains(e.getSQLState())) {
        return false;
      }
      throw e;
    }
    settle(name, false);
    return true;
  }

  /** Whether others may want to come to this moment, which ends with this worker. */
  boolean isNeeded() {
    return mine;
  }

  /** A look at the moment. */
  interface Look<T> {
    T through(Handle handle) throws SQLException;
  }

  /** Only the moment is kept between two looks, and no lock. */
  <T> T look(Look<T> look) throws SQLException {
    try {
      var before = handle.getConnection().setSavepoint();
      try {
        return look.through(handle);
      } finally {
        handle.getConnection().rollback(before);
        handle.getConnection().releaseSavepoint(before);
      }
    } catch (SQLException e) {
      if (SqlErrors.isConnectionLoss(e)) {
        close();
      }
      throw e;
    }
  }

  private void begin() throws SQLException {
    close();
    handle = jdbi.open();
    handle.begin();
    RawSql.update(handle, new Sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
  }

  private void settle(String name, boolean taken) {
    id = Optional.of(name);
    mine = taken;
    new Settings(patience, false).settle(handle);
    handle
        .createQuery(OWN_SETTINGS)
        .bind("timeout", Long.toString(timeout.toMillis()))
        .mapTo(String.class)
        .list();
  }

  @Override
  public void close() {
    id = Optional.empty();
    mine = false;
    if (handle != null) {
      try (Handle ending = handle) {
        handle = null;
        ending.rollback();
      } catch (JdbiException ignored) {
        // It was lost before.
      }
    }
  }
}
