package dev.phase.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.WaitFor;
import dev.phase.engine.execution.Listener;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Releases that are pushed one after another, and workers that bring them to an end: real processes. */
@PostgresTest
final class QueueTest {

  private static final int ROWS = 30_000;
  private static final long SEED = 20_261_121;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Database database;
  private final Path directory;
  private final List<Process> workers = new ArrayList<>();

  QueueTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, note text)",
        "INSERT INTO orders SELECT n, n / 4.0, 'n' || n FROM generate_series(1, %d) n"
            .formatted(ROWS),
        "CREATE TABLE people (id bigint PRIMARY KEY, name text)",
        "INSERT INTO people SELECT n, nullif(n % 5, 0)::text FROM generate_series(1, 5000) n",
        "CREATE TABLE hold (reason text)");
    Files.createDirectories(directory.resolve("db/changes"));
    use(Engine::init);
  }

  @AfterEach
  void endWorkers() throws Exception {
    for (Process worker : workers) {
      worker.destroyForcibly().waitFor();
    }
  }

  @Test
  @Timeout(300)
  void noReleaseWaitsForTheThrottledBackfillOfAnotherOne() throws Exception {
    settings("backfill: { pause_while: SELECT EXISTS (SELECT FROM hold) }");
    database.run("INSERT INTO hold VALUES ('a report runs')");
    workers.add(start("worker"));
    workers.add(start("worker"));

    push("0001_cents", alter("orders", "amount", "bigint", "round(amount * 100)", "amount / 100.0"));
    awaitThrottle();
    push("0002_price", alter("orders", "amount", "text", "amount || ' ct'", "split_part(amount, ' ', 1)::bigint"));
    push("0003_names", alter("people", "name", "varchar(20)", "coalesce(name, '?')", "name"));

    assertEquals(List.of("live", "preparing", "preparing", "preparing"), states());
    assertEquals("0", updates("orders"));
    database.run("DELETE FROM hold");
    awaitLive("0003_names");
    assertEquals(
        List.of("0001_cents", "0002_price", "0003_names"),
        database.strings(
            "SELECT version FROM phase.plan WHERE move = 'PUBLISH' AND state = 'DONE' ORDER BY finished_at"));
    assertRowsAgree();
    awaitUpdates("orders", ROWS);
    assertEquals("" + ROWS, updates("orders"));
  }

  @Test
  @Timeout(300)
  void nothingIsLostWhereverWorkersAreKilled() throws Exception {
    settings("backfill: { batch_rows: 200, batch_time: 0ms, pause: 5ms }");
    push("0001_cents", alter("orders", "amount", "bigint", "round(amount * 100)", "amount / 100.0"));
    push("0002_price", alter("orders", "amount", "text", "amount || ' ct'", "split_part(amount, ' ', 1)::bigint"));
    push("0003_names", alter("people", "name", "varchar(20)", "coalesce(name, '?')", "name"));
    Random random = new Random(SEED);

    int kills = 0;
    while (states().contains("preparing")) {
      Process one = start("worker");
      Process other = start("worker");
      workers.addAll(List.of(one, other));
      TimeUnit.MILLISECONDS.sleep(1500 + random.nextInt(1500 + 700 * kills));
      one.destroyForcibly().waitFor();
      other.destroyForcibly().waitFor();
      kills += 2;
      database.run(
          "UPDATE orders SET amount = amount + 1 WHERE id %% 50 = %d".formatted(kills % 50));
    }

    assertTrue(kills > 2, "only " + kills + " kills");
    assertEquals(List.of("live", "live", "live", "live"), states());
    assertRowsAgree();
  }

  private void assertRowsAgree() throws Exception {
    assertEquals(
        List.of(List.of("" + ROWS, "" + ROWS, "5000")),
        database.rows(
            """
            SELECT (SELECT count(*) FROM orders o JOIN public_0001_cents.orders n USING (id)
                    WHERE n.amount = o.amount * 100),
                   (SELECT count(*) FROM orders o JOIN public_0003_names.orders n USING (id)
                    WHERE n.amount = round(o.amount * 100) || ' ct'),
                   (SELECT count(*) FROM people o JOIN public_0003_names.people n USING (id)
                    WHERE n.name = coalesce(o.name, '?'))"""));
  }

  private static String alter(String table, String column, String type, String up, String down) {
    return """
        operations:
          - alter_column: { table: %s, column: %s, type: %s, up: "%s", down: "%s" }
        """
        .formatted(table, column, type, up, down);
  }

  private void settings(String yaml) throws Exception {
    Files.writeString(directory.resolve("phase.yaml"), "changes: db/changes\n" + yaml + "\n");
  }

  /** A release with one more change, in a process that must end by itself. */
  private void push(String id, String yaml) throws Exception {
    Files.writeString(directory.resolve("db/changes/" + id + ".yaml"), yaml);
    Process release = start("release");
    assertTrue(release.waitFor(1, TimeUnit.MINUTES), "the release waits");
    assertEquals(0, release.exitValue(), Files.readString(directory.resolve("stderr.txt")));
  }

  private Process start(String what) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReleaseProcess.class.getName(),
            what,
            directory.toString(),
            database.url(),
            database.user());
    process.environment().put("PHASE_PASSWORD", database.password());
    return process
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(directory.resolve("stderr.txt").toFile()))
        .start();
  }

  private void awaitThrottle() throws Exception {
    while (database.queryOne("SELECT count(*) FROM phase.backfill_throttle").equals("0")) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void awaitLive(String version) {
    use(
        engine -> {
          engine.awaitVersion(version, WaitFor.LIVE, PATIENCE);
          return version;
        });
  }

  private List<String> states() {
    return use(engine -> engine.inspection().status()).versions().stream().map(Status.VersionStatus::state).toList();
  }

  /** Sessions tell what they have written a moment later. */
  private void awaitUpdates(String table, long least) throws Exception {
    for (int i = 0; i < 100 && Long.parseLong(updates(table)) < least; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private String updates(String table) throws Exception {
    return database.queryOne(
        "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = '" + table + "'");
  }

  private <T> T use(Function<Engine, T> work) {
    Settings settings =
        new SettingsReader(
                directory,
                Map.of("url", database.url(), "user", database.user()),
                Map.of("PHASE_PASSWORD", database.password()))
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      return work.apply(engine);
    }
  }
}
