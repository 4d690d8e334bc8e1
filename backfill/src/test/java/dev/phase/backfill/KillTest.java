package dev.phase.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.embedded.EmbeddedServer;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Processes that are killed or frozen in the middle of a run, and a server that crashes under it.
 */
@PostgresTest
class KillTest {

  private final Audited table;
  private final int major;

  KillTest(Database database) {
    this.major = database.majorVersion();
    this.table = new Audited(database.url(), database.user(), database.password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void convertsEachRowOnceThoughKilledAgainAndAgain(String idColumn) throws Exception {
    table.create(idColumn);
    long done = 0;
    for (int kills = 0; kills < 4; kills++) {
      Process child = table.start();
      done = table.await(done + 1, child);
      TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(20_000));
      child.destroyForcibly().waitFor();
    }
    assertTrue(done < Audited.ROWS, "the run ended before it was killed");
    assertEquals(Outcome.DONE, table.run());
    assertEquals(Audited.eachOnce(), table.counts());
    assertEquals(Audited.ROWS, table.number("SELECT rows_changed FROM phase.backfill_run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void letsTheOthersFinishWhenOneOfThreeIsKilled(String idColumn) throws Exception {
    table.create(idColumn);
    List<Process> workers = startThree();
    workers.remove(1).destroyForcibly().waitFor();
    assertEquals(Set.of(0), Audited.exits(workers));
    assertEquals(Audited.eachOnce(), table.counts());
  }

  @Test
  void goesOnWhereAllThreeHaveBeenKilled() throws Exception {
    table.create("id int PRIMARY KEY");
    for (Process worker : startThree()) {
      worker.destroyForcibly().waitFor();
    }
    assertTrue(table.converted() < Audited.ROWS, "the run ended before they were killed");
    assertEquals(Set.of(0), Audited.exits(List.of(table.start())));
    assertEquals(Audited.eachOnce(), table.counts());
  }

  private List<Process> startThree() throws Exception {
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(table.start());
    }
    while (table.number("SELECT count(DISTINCT owner) FROM phase.backfill_chunk") < 3) {
      Thread.sleep(5);
    }
    return workers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void goesOnWhenItsConnectionIsCutInTheMiddleOfABatch(String idColumn) throws Exception {
    table.create(idColumn);
    Process worker;
    try (var other = table.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT FROM t WHERE id = 5000 FOR UPDATE");
      worker = table.start();
      while (table.number(
              "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                  + " WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE%'")
          == 0) {
        assertTrue(worker.isAlive());
        Thread.sleep(5);
      }
      other.rollback();
    }
    assertEquals(Set.of(0), Audited.exits(List.of(worker)));
    assertEquals(Audited.eachOnce(), table.counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id int PRIMARY KEY", "id int"})
  void takesOverFromAFrozenProcessWhichMayWakeLater(String idColumn) throws Exception {
    table.create(idColumn);
    Process frozen = table.start();
    table.await(1, frozen);
    Audited.signal(frozen, "STOP");
    try {
      assertTrue(table.converted() < Audited.ROWS, "the run ended before it was frozen");
      assertEquals(Outcome.DONE, table.run());
    } finally {
      Audited.signal(frozen, "CONT");
    }
    assertEquals(Set.of(0), Audited.exits(List.of(frozen)));
    assertEquals(Audited.eachOnce(), table.counts());
  }

  @Test
  void goesOnByItselfAfterACrashOfTheServer() throws Exception {
    try (var server = EmbeddedServer.builder().major(major).start()) {
      var crashing = new Audited(server.jdbcUrl("postgres"), server.superuser(), "");
      crashing.create("id int PRIMARY KEY");
      Process worker = crashing.start();
      crashing.await(1, worker);
      server.stop(true);
      server.restart();
      assertTrue(crashing.converted() < Audited.ROWS, "the run ended before the crash");
      assertEquals(Set.of(0), Audited.exits(List.of(worker)));
      assertEquals(Audited.eachOnce(), crashing.counts());
    }
  }
}
