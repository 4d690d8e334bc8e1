package dev.phase.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a worker tells Prometheus and probes. */
@PostgresTest
@Timeout(300)
class MetricsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String TABLE = "schema=\"public\",table=\"public.t\"";

  private final Database database;
  private final Path directory;
  private Factory factory;

  MetricsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    factory = new Factory(database, directory);
  }

  @Test
  void figuresMoveWithTheWork() throws Exception {
    factory.change("0001_text", "text");
    try (Worker worker = factory.measuredWorker()) {
      Map<String, Double> before = scrape(worker);
      assertEquals(1, before.get("phase_ledger_readable{schema=\"public\"}"));
      assertEquals(0, before.get("phase_backfill_runs{schema=\"public\",state=\"running\"}"));
      assertFalse(before.containsKey(rows("convert")), before.toString());

      factory.detach();
      factory.awaitLive("0001_text");

      Map<String, Double> after = scrape(worker);
      while (!Double.valueOf(0).equals(after.get(ofRun("rows_left")))) {
        Thread.sleep(200);
        after = scrape(worker);
      }
      assertEquals(20_000, after.get(rows("convert")));
      assertTrue(after.get(rows("verify")) >= 20_000, after.toString());
      assertEquals(20_000, after.get(metric("rows_written_total", "stage=\"convert\",")));
      assertEquals(0, after.get(metric("rows_written_total", "stage=\"verify\",")));
      double batches = after.get(metric("batch_seconds_count", "stage=\"convert\","));
      assertTrue(batches >= 1, after.toString());
      assertEquals(
          batches,
          after.get(
              "phase_backfill_batch_seconds_bucket{schema=\"public\",stage=\"convert\","
                  + "table=\"public.t\",le=\"+Inf\"}"));
      assertTrue(after.get(metric("batch_seconds_sum", "stage=\"convert\",")) > 0);
      assertTrue(after.get(metric("wal_bytes_total", "stage=\"convert\",")) > 0);
      assertEquals(0, after.get(ofRun("chunks_left")));
      assertEquals(0, after.get(ofRun("quarantined_rows")));
      assertEquals(20_000, after.get(ofRun("rows_done")));
    }
  }

  /** What the ledger says, whoever wrote it. */
  @Test
  void everyWorkerTellsWhatWaitsForSomebody() throws Exception {
    database.run("UPDATE t SET amount = -1 WHERE id = 7");
    Files.writeString(
        directory.resolve("db/changes/0001_root.yaml"),
        """
        operations:
          - alter_column: { table: t, column: amount, type: numeric, up: "sqrt(amount)::numeric", down: "amount::int" }
        """);
    factory.detach();
    try (Worker one = factory.measuredWorker();
        Worker two = factory.measuredWorker()) {
      // They look again and again whether it has been mended, and find it again.
      for (Worker worker : new Worker[] {one, two}) {
        while (!tellsOfARow(scrape(worker))) {
          Thread.sleep(100);
        }
      }
      Map<String, Double> told = scrape(one);
      while (told.get("phase_workers{schema=\"public\"}") < 2) {
        Thread.sleep(200);
        told = scrape(one);
      }
    }
  }

  private boolean tellsOfARow(Map<String, Double> told) {
    return told.entrySet().stream()
        .anyMatch(
            figure ->
                figure
                        .getKey()
                        .startsWith(
                            "phase_backfill_quarantined_rows{backfill=\"public/0001_root/")
                    && figure.getValue() == 1);
  }

  /** The change says for what, and the worker has never seen its file. */
  @Test
  void tellsWhatItWaitsFor() throws Exception {
    Files.writeString(
        directory.resolve("db/changes/0001_text.yaml"),
        """
        operations:
          - alter_column:
              { table: t, column: amount, type: text, up: "amount::text", down: "amount::int" }
        backfill: { pause_while: SELECT count(*) > 0 FROM busy }
        """);
    database.run("CREATE TABLE busy AS SELECT 1");
    factory.detach();
    try (Worker worker = factory.measuredWorker()) {
      String throttled =
          "phase_backfill_throttled_seconds_total{cause=\"query\"," + TABLE + "}";
      Map<String, Double> waiting = scrape(worker);
      while (!waiting.containsKey(throttled)) {
        Thread.sleep(200);
        waiting = scrape(worker);
      }
      assertTrue(waiting.get(throttled) > 0, waiting.toString());
      assertEquals(
          1,
          waiting.get(
              "phase_backfill_signal_ratio{schema=\"public\",signal=\"query\","
                  + "table=\"public.t\"}"));
      // The ledger is looked at once a second.
      while (!Double.valueOf(1).equals(waiting.get(ofRun("waiting")))) {
        Thread.sleep(200);
        waiting = scrape(worker);
      }

      database.run("DELETE FROM busy");
      factory.awaitLive("0001_text");
      while (scrape(worker).get(ofRun("waiting")) > 0) {
        Thread.sleep(200);
      }
    }
  }

  @Test
  void isAliveWithoutADatabaseAndReadyWithOne() throws Exception {
    try (Worker worker = factory.measuredWorker()) {
      assertEquals("ok\n", get(worker, "/health/live").body());
      assertEquals("ok\n", get(worker, "/health/ready").body());
      assertEquals(200, get(worker, "/health").statusCode());
      assertEquals(404, get(worker, "/metricsx").statusCode());

      database.run("ALTER TABLE phase.backfill_run RENAME TO hidden");
      HttpResponse<String> ready = get(worker, "/health/ready");
      while (ready.statusCode() == 200) {
        Thread.sleep(100);
        ready = get(worker, "/health/ready");
      }
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().startsWith("The database cannot be read: "), ready.body());
      assertEquals(200, get(worker, "/health/live").statusCode());
      Map<String, Double> figures = scrape(worker);
      assertEquals(0, figures.get("phase_ledger_readable{schema=\"public\"}"));
      assertTrue(
          figures.keySet().stream().noneMatch(key -> key.startsWith("phase_backfill_runs")),
          figures.toString());
      database.run("ALTER TABLE phase.hidden RENAME TO backfill_run");

      worker.stop();
      assertEquals("The worker is stopping.\n", get(worker, "/health/ready").body());
      assertEquals(200, get(worker, "/health/live").statusCode());
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      WorkerOptions options =
          new WorkerOptions(
              1, Factory.POLL, Optional.of(taken.getLocalPort()), Factory.WHO, line -> {});
      PhaseException e =
          assertThrows(
              PhaseException.class, () -> Worker.start(factory.settings(), options).close());
      assertEquals(ExitCode.INVALID, e.exitCode());
      assertTrue(
          e.getMessage().startsWith("Port " + taken.getLocalPort() + " cannot be used for metrics"),
          e.getMessage());
    }
  }

  private static String rows(String stage) {
    return metric("rows_total", "stage=\"" + stage + "\",");
  }

  private static String metric(String name, String stage) {
    return "phase_backfill_" + name + "{schema=\"public\"," + stage + "table=\"public.t\"}";
  }

  private String ofRun(String name) throws Exception {
    return "phase_backfill_" + name + "{backfill=\""
        + database.queryOne("SELECT id FROM phase.backfill_run")
        + "\"," + TABLE + "}";
  }

  /** What is told, but for the comments. */
  private static Map<String, Double> scrape(Worker worker)
      throws IOException, InterruptedException {
    HttpResponse<String> response = get(worker, "/metrics");
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(
        Optional.of("text/plain; version=0.0.4; charset=utf-8"),
        response.headers().firstValue("Content-Type"));
    Map<String, Double> figures = new TreeMap<>();
    response.body().lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              figures.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            });
    return figures;
  }

  private static HttpResponse<String> get(Worker worker, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + worker.metricsPort().orElseThrow() + path);
    return HTTP.send(
        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
