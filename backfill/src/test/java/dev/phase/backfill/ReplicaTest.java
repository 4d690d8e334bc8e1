package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.embedded.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

/** A server with a streaming replica that falls behind. */
@Timeout(300)
class ReplicaTest {

  private static final int MAJOR = Integer.getInteger("phase.test.major", 17);
  private static final double MOST_LAG = 1;
  private static final String WAITS = "waits: replica lag";

  @TempDir private Path directory;

  private EmbeddedServer primary;
  private EmbeddedServer replica;

  @BeforeEach
  void replicate() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = directory.resolve("primary");
    primary = EmbeddedServer.builder().major(MAJOR).dataDirectory(data).start();
    run(
        primary,
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100000) AS i",
        "CREATE ROLE plain LOGIN",
        "GRANT ALL ON SCHEMA public TO plain",
        "ALTER TABLE t OWNER TO plain",
        "GRANT CREATE ON DATABASE postgres TO plain");
    primary.stop(false);
    Path copy = directory.resolve("replica");
    Process copying =
        new ProcessBuilder("cp", "-Rp", data.toString(), copy.toString()).start();
    assertEquals(0, copying.waitFor());
    primary.restart();
    Files.createFile(copy.resolve("standby.signal"));
    String source = "host=127.0.0.1 port=%d user=postgres".formatted(primary.port());
    replica =
        EmbeddedServer.builder()
            .major(MAJOR)
            .dataDirectory(copy)
            .settings(Map.of("primary_conninfo", source))
            .start();
    while (!one(primary, "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
        .equals("1")) {
      Thread.sleep(20);
    }
  }

  @AfterEach
  void stop() {
    if (replica != null) {
      replica.close();
    }
    primary.close();
  }

  @Test
  void waitsWhileTheReplicaIsBehindAndGoesOnWhenItIsNot() throws Exception {
    Backfill backfill = backfill("postgres");
    run(replica, "SELECT pg_wal_replay_pause()");
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> backfill.run(limited(), ProgressListener.none(), StopSignal.never()));
    long begun = System.nanoTime();
    while (!reason(backfill).startsWith(WAITS)) {
      assertTrue(!outcome.isDone(), "it ended with " + outcome);
      Thread.sleep(20);
    }
    System.out.printf(
        "A replica that stands still, with a limit of %.0f s, is noticed after %.1f s%n",
        MOST_LAG, (System.nanoTime() - begun) / 1e9);
    assertTrue(Long.parseLong(one(primary, "SELECT count(b) FROM t")) < 100_000);
    run(replica, "SELECT pg_wal_replay_resume()");
    assertEquals(Outcome.DONE, outcome.get());
    assertEquals(
        Set.of("replica lag"), backfill.show(ID).orElseThrow().throttled().keySet());
  }

  @Test
  void refusesToGuessWithoutTheRightToSeeIt() throws Exception {
    Backfill backfill = backfill("plain");
    var e =
        assertThrows(
            BackfillException.class,
            () -> backfill.run(limited(), ProgressListener.none(), StopSignal.never()));
    assertEquals(Kind.UNOBSERVABLE, e.kind());
    assertEquals(
        "The backfill of public.t cannot see the replica lag, for which it has a limit.",
        e.problem());
    assertTrue(e.remedy().startsWith("Run `GRANT pg_read_all_stats TO plain`"), e.remedy());
    run(primary, "GRANT pg_read_all_stats TO plain");
    assertEquals(
        Outcome.DONE, backfill.run(limited(), ProgressListener.none(), StopSignal.never()));
  }

  /** So small batches that the replica is behind before they are over. */
  private static SweepRequest limited() {
    Limits limits =
        new Limits(
            Map.of(Signal.REPLICA_LAG, MOST_LAG), Optional.empty(), Optional.empty(), Set.of());
    var settings = new BatchSettings(1_000, Duration.ZERO, Duration.ofMillis(50), 1);
    return request(settings.withLimits(limits), "t", fill("b", "int", "a"));
  }

  private Backfill backfill(String user) throws SQLException {
    Jdbi jdbi = Jdbi.create(() -> connect(primary, user));
    jdbi.useHandle(
        handle -> Backfill.schema().forEach(sql -> handle.execute(sql.sql())));
    return new Backfill(jdbi, Clock.systemUTC(), Sleeper.system());
  }

  private static String reason(Backfill backfill) throws SQLException {
    return backfill.list().stream()
        .findFirst()
        .flatMap(RunSnapshot::reason)
        .orElse("");
  }

  private static Connection connect(EmbeddedServer server, String user) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), user, "");
  }

  private static void run(EmbeddedServer server, String... statements) throws SQLException {
    try (Connection connection = connect(server, "postgres");
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String one(EmbeddedServer server, String query) throws SQLException {
    try (Connection connection = connect(server, "postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
