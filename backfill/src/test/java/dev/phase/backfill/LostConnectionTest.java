package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that end in the middle of a run. */
@PostgresTest
class LostConnectionTest {

  private final Database database;
  private Bench bench;

  LostConnectionTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 5000) AS i");
  }

  @Test
  void goesOnOverAnotherConnectionWhenItsOwnIsLost() throws SQLException {
    int[] batches = {0};
    Outcome outcome =
        bench
            .backfill()
            .run(
                request(100, "t", fill("b", "int", "a * 2")),
                p -> {
                  if (++batches[0] % 20 == 3) {
                    terminateOthers();
                  }
                },
                StopSignal.never());
    assertEquals(Outcome.DONE, outcome);
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    assertEquals("5000", bench.query("SELECT rows_changed FROM phase.backfill_run"));
  }

  @Test
  void saysThatItGoesOnWhenNoConnectionIsToBeHad() throws SQLException {
    boolean[] down = {false};
    var backfill =
        new Backfill(
            Jdbi.create(
                () -> {
                  if (down[0]) {
                    throw new SQLException("the database system is starting up", "57P03");
                  }
                  return database.connect();
                }),
            Clock.systemUTC(),
            wait -> {});
    var request = request(100, "t", fill("b", "int", "a * 2"));
    var e =
        assertThrows(
            BackfillException.class,
            () ->
                backfill.run(
                    request,
                    p -> {
                      if (p.rowsDone() > 300) {
                        down[0] = true;
                        terminateOthers();
                      }
                    },
                    StopSignal.never()));
    assertEquals(Kind.CONNECTION, e.kind());
    assertTrue(
        e.problem().startsWith("The backfill of public.t lost its connection in the rows "),
        e.problem());
    assertEquals("It goes on from there with the next `phase advance`.", e.remedy());
    assertEquals(Outcome.DONE, bench.run(request));
    assertEquals("5000", bench.query("SELECT rows_changed FROM phase.backfill_run"));
  }

  private void terminateOthers() {
    try {
      database.rows(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
              + " AND usename = current_user");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
