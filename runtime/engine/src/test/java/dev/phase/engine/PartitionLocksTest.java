package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A step that locks a partitioned table takes its partitions one after another. */
@PostgresTest
final class PartitionLocksTest {

  private static final String WAITERS =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 't_1'::regclass";

  private final Database database;
  private final Workshop workshop;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  PartitionLocksTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void havePartitions() throws Exception {
    database.run("CREATE TABLE t (id bigint, region int) PARTITION BY LIST (region)");
    for (int region = 1; region <= 4; region++) {
      database.run(
          "CREATE TABLE t_%d PARTITION OF t FOR VALUES IN (%d)".formatted(region, region));
    }
    workshop.change(
        "0001_note",
        "operations: [ { add_column: { table: t, column: { name: note, type: text } } } ]");
  }

  @Test
  @Timeout(40)
  void aDeadlockIsNeverEndedAtAnApplicationsExpense() throws Exception {
    try (Connection first = database.connect();
        Connection second = database.connect();
        Statement inTheWay = first.createStatement();
        Statement application = second.createStatement()) {
      first.setAutoCommit(false);
      inTheWay.execute("DELETE FROM t_1");
      second.setAutoCommit(false);
      application.execute("DELETE FROM t_2");
      Future<Advanced> advance = threads.submit(() -> workshop.advance());
      while (!advance.isDone() && database.queryOne(WAITERS).equals("0")) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      Future<?> commit =
          threads.submit(
              () -> {
                TimeUnit.MILLISECONDS.sleep(700);
                first.commit();
                return null;
              });

      application.execute("SELECT count(*) FROM t");

      commit.get();
      second.commit();
      assertEquals("0001_note", advance.get().published().orElseThrow());
    }
    threads.shutdown();
  }
}
