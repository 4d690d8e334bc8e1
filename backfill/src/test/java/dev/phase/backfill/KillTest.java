package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed in the middle of a run, again and again. */
@PostgresTest
class KillTest {

  private static final int ROWS = 20_000;
  private static final SweepRequest REQUEST =
      request(new BatchSettings(20, Duration.ZERO, 1), "t", fill("b", "int", "a * 2"));

  private final Database database;

  KillTest(Database database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void convertsEachRowOnce(String idColumn) throws Exception {
    Bench bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (" + idColumn + ", a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, " + ROWS + ") AS i",
        "CREATE TABLE audit (id int)",
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO audit VALUES (new.id); RETURN NULL; END'",
        "CREATE TRIGGER audit AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION audit()");
    long done = 0;
    for (int kills = 0; kills < 4; kills++) {
      Process child = start();
      done = awaitMoreThan(done, child);
      TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(20_000));
      child.destroyForcibly().waitFor();
    }
    assertTrue(done < ROWS, "the run ended before it was killed");

    assertEquals(Outcome.DONE, bench.run(REQUEST));

    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals(
        List.of(List.of("" + ROWS, "" + ROWS)),
        database.rows("SELECT count(*), count(DISTINCT id) FROM audit"));
    assertEquals(String.valueOf(ROWS), bench.query("SELECT rows_changed FROM phase.backfill_run"));
  }

  private Process start() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            database.url(),
            database.user(),
            database.password())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private long awaitMoreThan(long before, Process child) throws Exception {
    while (child.isAlive()) {
      List<String> done =
          database.strings("SELECT count(*) FROM t WHERE b IS NOT NULL");
      if (Long.parseLong(done.get(0)) > before) {
        return Long.parseLong(done.get(0));
      }
    }
    throw new AssertionError("The child ended with status " + child.exitValue());
  }

  /** The process that is killed. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws SQLException {
      new Backfill(
              Jdbi.create(
                  () -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2])),
              Clock.systemUTC(),
              Sleeper.system())
          .run(REQUEST, ProgressListener.none(), StopSignal.never());
    }
  }
}
