package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sessions at the same rows. */
@PostgresTest
class ContentionTest {

  private final Database database;
  private Bench bench;

  ContentionTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void convertsEveryRowWhileOthersInsertUpdateMoveAndDelete(String idColumn) throws Exception {
    bench.createTable(idColumn);
    String byId = idColumn.contains("KEY") ? "id = " : "ctid = (SELECT ctid FROM t WHERE id = ";
    String end = idColumn.contains("KEY") ? "" : ")";
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(3);
    List<Future<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writes.add(writers.submit(() -> writeUntil(over, byId, end)));
    }
    try {
      assertEquals(Outcome.DONE, bench.run(request(50, "t", fill("b", "int", "a * 2"))));
    } finally {
      over.set(true);
      writers.shutdown();
    }
    for (Future<Integer> write : writes) {
      assertTrue(write.get() > 0);
    }
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
  }

  private int writeUntil(AtomicBoolean over, String byId, String end) throws SQLException {
    int writes = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      var random = ThreadLocalRandom.current();
      for (; !over.get(); writes++) {
        String row = byId + random.nextInt(1, 5001) + end;
        switch (random.nextInt(5)) {
          case 0 -> statement.execute("INSERT INTO t VALUES (nextval('ids'), 7)");
          case 1 -> statement.execute("DELETE FROM t WHERE " + row);
          case 2 -> statement.execute("UPDATE t SET a = a + 1 WHERE " + row);
          case 3 -> statement.execute("UPDATE t SET id = nextval('ids') WHERE " + row);
          default -> statement.execute("UPDATE t SET filler = repeat('y', 900) WHERE " + row);
        }
      }
    }
    return writes;
  }

  @Test
  void makesSmallerBatchesWhenOneRunsOutOfTime() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, filler char(280) NOT NULL DEFAULT '')",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i",
        "CREATE SEQUENCE batches",
        // Each batch of more than a page is cancelled, as statement_timeout would.
        """
        CREATE FUNCTION cancel() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          IF (SELECT count(*) > 25 FROM changed) THEN
            PERFORM nextval(''batches'');
            RAISE EXCEPTION ''too long'' USING ERRCODE = ''57014'';
          END IF;
          RETURN NULL;
        END'""",
        "CREATE TRIGGER cancel AFTER UPDATE ON t REFERENCING NEW TABLE AS changed"
            + " FOR EACH STATEMENT EXECUTE FUNCTION cancel()");
    assertEquals(Outcome.DONE, bench.run(request(100, "t", fill("b", "int", "a"))));
    assertEquals("2", bench.query("SELECT last_value FROM batches"));
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a"));
  }

  @Test
  void pausesWhenTheDiskIsFull() throws SQLException {
    bench.createTable("id int PRIMARY KEY");
    database.run(
        """
        CREATE FUNCTION fill_up() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          RAISE EXCEPTION ''no space left on device'' USING ERRCODE = ''53100'';
        END'""",
        "CREATE TRIGGER fill_up AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION fill_up()");
    var request = request(100, "t", fill("b", "int", "a * 2"));
    assertEquals(Outcome.PAUSED, bench.run(request));
    var run = bench.backfill().list().get(0);
    assertEquals(RunState.PAUSED, run.state());
    assertEquals(Optional.of("The disk of the server is full."), run.reason());
    assertEquals(Outcome.PAUSED, bench.run(request));
    database.run("DROP TRIGGER fill_up ON t");
    assertTrue(bench.controls().resume(Bench.ID));
    assertEquals(Outcome.DONE, bench.run(request));
  }
}
