package dev.phase.engine.execution;

import dev.phase.sql.SqlResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks, while a statement waits, who it waits for. Has a connection and a thread of its own. */
final class BlockerWatch implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final String QUERY = SqlResource.text(BlockerWatch.class, "blocker.sql");

  private final Connection connection;
  private final int pid;
  private final Consumer<Blocker> onBlocked;
  private final ScheduledExecutorService thread;
  private volatile Blocker last;
  private volatile int told;

  /**
   * @param pid the backend whose waits are watched
   * @param onBlocked told when it is seen waiting, and again when it waits for another session; on
   *     the watch's thread
   */
  BlockerWatch(Sessions sessions, int pid, Consumer<Blocker> onBlocked) {
    this.connection = sessions.open();
    this.pid = pid;
    this.onBlocked = onBlocked;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "phase-blocker-watch");
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(
        this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whoever was seen last since {@link #forget()}. */
  Optional<Blocker> last() {
    return Optional.ofNullable(last);
  }

  void forget() {
    last = null;
    told = 0;
  }

  private void look() {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setInt(1, pid);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          last =
              new Blocker(
                  row.getInt("pid"),
                  row.getString("usename"),
                  row.getString("application_name"),
                  Duration.ofSeconds(row.getLong("age")),
                  row.getString("state"),
                  row.getString("query"));
          tell(last);
        }
      }
    } catch (SQLException e) {
      // Naming the blocker is a courtesy: without it the step still waits and retries by itself.
      last = null;
    }
  }

  private void tell(Blocker blocker) {
    if (blocker.pid() != told) {
      told = blocker.pid();
      try {
        onBlocked.accept(blocker);
      } catch (RuntimeException ignored) {
        // Thrown on, it would end the watch, and later failures would name nobody.
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException ignored) {
      // It is gone, which is what was wanted.
    }
  }
}
