package dev.phase.engine;

import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/** Holds a concurrent build or drop of an index up until its locks have been looked at. */
final class ConcurrentProbe {

  private final Connection older;
  private final CompletableFuture<Boolean> look;
  private volatile boolean over;

  /**
   * @param table that of the index
   */
  ConcurrentProbe(Database database, QualifiedName table) throws Exception {
    this.older = database.connect();
    older.setAutoCommit(false);
    older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = older.createStatement()) {
      statement.execute("SELECT FROM " + table.sql() + " LIMIT 0");
    }
    String waiting = LockProbe.resource("lock-probe-waiting.sql");
    Connection watch = database.connect();
    this.look = CompletableFuture.supplyAsync(() -> look(watch, waiting));
  }

  private boolean look(Connection watch, String waiting) {
    try (watch;
        Statement statement = watch.createStatement()) {
      boolean seen = false;
      while (!seen && !over) {
        Thread.sleep(5);
        seen = statement.executeUpdate("INSERT INTO probe.seen " + waiting) > 0;
      }
      older.rollback();
      return seen;
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To be called when the statement is done; tells whether it was seen waiting. */
  boolean finish() throws SQLException {
    over = true;
    boolean seen = look.join();
    older.close();
    return seen;
  }
}
