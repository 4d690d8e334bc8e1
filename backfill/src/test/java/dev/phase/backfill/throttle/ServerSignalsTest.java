package dev.phase.backfill.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.embedded.EmbeddedServer;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signals of the whole server, on one that nobody else uses. */
@Timeout(300)
class ServerSignalsTest {

  private static final QualifiedName TABLE =
      new QualifiedName(Identifier.of("public"), Identifier.of("t"));

  @TempDir private Path directory;

  private EmbeddedServer server;
  private Path open;

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    open = directory.resolve("open");
    server =
        EmbeddedServer.builder()
            .major(Integer.getInteger("phase.test.major", 17))
            .settings(
                Map.of("archive_mode", "on", "archive_command", "test -e " + open + " && test %f"))
            .start();
    run("postgres", "CREATE ROLE plain LOGIN", "CREATE TABLE t (id int)");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void waitsWhileTheArchiveIsBehind() throws Exception {
    Throttle throttle = throttle(Signal.ARCHIVE_FILES, 4);
    assertEquals(Optional.empty(), look(throttle));
    while (look(throttle).isEmpty()) {
      switchFile();
    }
    assertTrue(
        look(throttle).orElseThrow().reason().startsWith("archive backlog "),
        look(throttle).toString());
    Files.createFile(open);
    while (look(throttle).isPresent()) {
      switchFile();
    }
    assertEquals(Optional.empty(), look(throttle(Signal.ARCHIVE_FILES, 4)));
  }

  /** Also wakes the archiver. */
  private void switchFile() throws Exception {
    run("postgres", "INSERT INTO t VALUES (1)", "SELECT pg_switch_wal()");
    Thread.sleep(300);
  }

  @Test
  void countsTheSessionsOfOthersOnceItMay() throws Exception {
    run("postgres", "GRANT pg_read_all_stats TO plain");
    Throttle throttle = throttle(Signal.ACTIVE_SESSIONS, 1);
    CompletableFuture<Void> ours = sleeping("phase");
    assertEquals(Optional.empty(), look(throttle));
    CompletableFuture<Void> theirs = sleeping("shop");
    assertEquals(
        Optional.of("active sessions 1, limit 1"), look(throttle).map(Hold::reason));
    run(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE query = 'SELECT pg_sleep(300)'");
    CompletableFuture.allOf(ours, theirs).join();
    while (look(throttle).isPresent()) {
      Thread.sleep(10);
    }
  }

  /** A session of this name that is busy until it is ended. */
  private CompletableFuture<Void> sleeping(String name) throws Exception {
    CompletableFuture<Void> session =
        CompletableFuture.runAsync(
            () -> {
              try {
                run(
                    "postgres",
                    "SET application_name = '%s'".formatted(name),
                    "SELECT pg_sleep(300)");
              } catch (SQLException e) {
                // It was ended.
              }
            });
    String busy =
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = '%s' AND query ~ 'sleep'"
            .formatted(name);
    while (count(busy) == 0) {
      Thread.sleep(10);
    }
    return session;
  }

  private Throttle throttle(Signal signal, double most) {
    Limits limits =
        new Limits(Map.of(signal, most), Optional.empty(), Optional.empty(), Set.of());
    return new Throttle(limits, TABLE, Clock.systemUTC());
  }

  private Optional<Hold> look(Throttle throttle) throws SQLException {
    return Jdbi.create(() -> connect("plain")).inTransaction(throttle::look);
  }

  private long count(String query) throws SQLException {
    try (Connection connection = connect("postgres");
        var row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String user, String... statements) throws SQLException {
    try (Connection connection = connect(user);
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection connect(String user) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), user, "");
  }
}
