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

  @Test
  void letsTheOthersFinishWhenOneOfThreeIsKilled() throws Exception {
    table.create("id int PRIMARY KEY");
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(table.start());
    }
    while (table.number("SELECT count(DISTINCT owner) FROM phase.backfill_chunk") < 3) {
      Thread.sleep(5);
    }
    workers.remove(1).destroyForcibly().waitFor();
    assertEquals(Set.of(0), Audited.exits(workers));
    assertEquals(Audited.eachOnce(), table.counts());
  }

  @Test
  void takesOverFromAFrozenProcessWhichMayWakeLater() throws Exception {
    table.create("id int PRIMARY KEY");
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
