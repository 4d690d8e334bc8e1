package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Processes that are paused from another one. */
@PostgresTest
class PauseTest {

  private static final String BATCHES =
      "SELECT r.batches + (SELECT coalesce(sum(c.batches), 0) FROM phase.backfill_chunk AS c)"
          + " FROM phase.backfill_run AS r";

  private final Database database;
  private final Audited table;

  PauseTest(Database database) {
    this.database = database;
    this.table = new Audited(database.url(), database.user(), database.password());
  }

  @Test
  void stopAfterTheirPresentBatchesAndGoOnWhereTheyWere() throws Exception {
    table.create("id int PRIMARY KEY");
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(table.start());
    }
    table.await(100, workers.get(0));
    Controls controls =
        new Backfill(Jdbi.create(table::connect), Clock.systemUTC(), Sleeper.system())
            .controls(new Actor("ada", "desk"));
    assertTrue(controls.pause(ID));
    long batches = table.number(BATCHES);
    assertEquals(Set.of(Audited.NOT_DONE), Audited.exits(workers));
    long more = table.number(BATCHES) - batches;
    assertTrue(more <= workers.size(), more + " more batches");
    long converted = table.converted();
    assertTrue(converted < Audited.ROWS, "the run ended before it was paused");
    String places =
        "SELECT string_agg(seq || ':' || stripe || ':' || cursor[1], ' ' ORDER BY seq)"
            + " FROM phase.backfill_chunk WHERE state <> 'DONE'";
    String paused = database.queryOne(places);

    assertEquals(Outcome.PAUSED, table.run());
    assertEquals(converted, table.converted());
    assertEquals(paused, database.queryOne(places));

    assertTrue(controls.resume(ID));
    assertEquals(Outcome.DONE, table.run());
    assertEquals(Audited.eachOnce(), table.counts());
    assertEquals(
        List.of(
            "ada@desk pause: run to pause", "ada@desk resume: pause to run"),
        database.strings(
            "SELECT actor || '@' || host || ' ' || action || ': ' || before || ' to ' || after"
                + " FROM phase.backfill_audit ORDER BY id"));
  }
}
