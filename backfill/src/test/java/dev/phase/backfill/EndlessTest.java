package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application that writes as fast as it can, all the time, while {@code -Dphase.test.rows} (20000)
 * are converted.
 */
@PostgresTest
class EndlessTest {

  private static final int ROWS = Integer.getInteger("phase.test.rows", 20_000);
  private static final int WRITERS = 4;

  private final Database database;

  EndlessTest(Database database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void endsWhileOthersGoOnInsertingAndUpdating(String id) throws Exception {
    Bench bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (" + id + ", a int, b int, c int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, " + ROWS + ") AS i",
        "CREATE INDEX ON t (id)",
        "CREATE SEQUENCE ids START " + (ROWS + 1),
        "CREATE FUNCTION dual_write() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN new.b := new.a * 2; RETURN new; END'",
        "CREATE TRIGGER inserted BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION dual_write()",
        "CREATE TRIGGER updated BEFORE UPDATE ON t FOR EACH ROW"
            + " WHEN (old.a IS DISTINCT FROM new.a) EXECUTE FUNCTION dual_write()");
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong inserted = new AtomicLong();
    ExecutorService application = Executors.newFixedThreadPool(WRITERS);
    List<Future<Void>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(application.submit(() -> writeUntil(over, inserted)));
    }
    List<Long> seen = new ArrayList<>();
    long begun = System.nanoTime();
    try {
      var request =
          request(Bench.settings(500).withStripes(8), "t", fill("b", "int", "a * 2"));
      Outcome outcome =
          bench.backfill().run(request, p -> seen.add(inserted.get()), StopSignal.never());
      assertEquals(Outcome.DONE, outcome);
    } finally {
      over.set(true);
      application.shutdown();
    }
    for (Future<Void> writer : writers) {
      writer.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%s: %,d rows converted in %.1f s beside %,.0f inserts and updates a second%n",
        id, ROWS, seconds, 2 * inserted.get() / seconds);
    assertTrue(seen.get(0) < seen.get(seen.size() - 1), "nobody wrote meanwhile: " + seen);
    RunDetails run = bench.backfill().show(ID).orElseThrow();
    assertTrue(run.rowsChanged() <= ROWS, "more rows were converted than had been there");
    assertTrue(run.run().rowsDone() <= ROWS + inserted.get());
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
  }

  private Void writeUntil(AtomicBoolean over, AtomicLong inserted) throws SQLException {
    try (Connection connection = database.connect();
        var insert = connection.prepareStatement("INSERT INTO t VALUES (nextval('ids'), 7)");
        var update =
            connection.prepareStatement(
                "UPDATE t SET a = a + ?, c = coalesce(c, 0) + 1 WHERE id = ?")) {
      var random = ThreadLocalRandom.current();
      while (!over.get()) {
        insert.execute();
        inserted.incrementAndGet();
        update.setInt(1, random.nextInt(2));
        update.setInt(2, random.nextInt(1, ROWS + 1));
        update.execute();
      }
    }
    return null;
  }
}
