package dev.phase.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What workers put away that nobody else does. */
@PostgresTest
@Timeout(300)
@SuppressWarnings("try")
class UpkeepTest {

  private final Database database;
  private final Path directory;
  private Factory factory;

  UpkeepTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    factory = new Factory(database, directory);
    factory.change("0001_text", "text");
    factory.detach();
    try (Worker worker = factory.worker()) {
      factory.awaitLive("0001_text");
    }
  }

  @Test
  void closesBackfillsOfVersionsThatAreGone() throws Exception {
    copyRun("public/0002_gone/fill", "FAILED", "1 hour");
    try (Worker worker = factory.worker()) {
      await("SELECT count(*) = 0 FROM phase.backfill_run WHERE id = 'public/0002_gone/fill'");
    }
    assertEquals(
        List.of("tester@test-host close run gone with its version"),
        database.strings(
            "SELECT concat_ws(' ', actor || '@' || host, action, before, after)"
                + " FROM phase.backfill_audit"));
    assertEquals("1", database.queryOne("SELECT count(*) FROM phase.backfill_run"));
    assertTrue(
        factory.said().contains("Closed backfills of versions that are gone: 1."),
        factory.said().toString());
  }

  @Test
  void keepsWhatIsOverForAWhile() throws Exception {
    copyRun("public/0002_gone/old", "DONE", "31 days");
    copyRun("public/0002_gone/new", "DONE", "29 days");
    audit("public/0002_gone/old", "31 days");
    audit("public/0002_gone/new", "29 days");
    database.run("UPDATE phase.backfill_run SET finished_at = finished_at - interval '1 year' WHERE id LIKE '%/0001_text/%'");
    factory.with("PHASE_WORKER_RETENTION", "30d");

    try (Worker worker = factory.worker()) {
      await("SELECT count(*) = 1 FROM phase.backfill_audit");
      await("SELECT count(*) = 2 FROM phase.backfill_run");
    }
    assertEquals(
        "public/0002_gone/new", database.queryOne("SELECT run FROM phase.backfill_audit"));
    assertEquals(
        "0",
        database.queryOne(
            "SELECT count(*) FROM phase.backfill_run WHERE id = 'public/0002_gone/old'"));
  }

  @Test
  void givesBackTheChunksOfTheDead() throws Exception {
    copyRun("public/0001_text/more", "PAUSED", "1 hour");
    for (int seq = 1; seq <= 2; seq++) {
      database.run(
          """
          INSERT INTO phase.backfill_chunk
            (run, seq, high, stripes, rows_total, state, owner, epoch, backend, lease_until)
          VALUES ('public/0001_text/more', %1$d, '{5}', 1, 5, 'RUNNING', gen_random_uuid(), 3, 1,
                  clock_timestamp() + (%1$d - 2) * interval '1 minute' + interval '30 s')"""
              .formatted(seq));
    }
    try (Worker worker = factory.worker()) {
      await("SELECT state = 'PENDING' AND owner IS NULL FROM phase.backfill_chunk WHERE seq = 1");
    }
    assertEquals(
        "RUNNING", database.queryOne("SELECT state FROM phase.backfill_chunk WHERE seq = 2"));
  }

  @Test
  void firesAgainWhatTheSchedulerHasForgotten() throws Exception {
    try (Worker worker = factory.worker()) {
      database.run(
          """
          UPDATE phase.qrtz_triggers
          SET trigger_state = 'ERROR', next_fire_time = next_fire_time - 60000
          WHERE trigger_name = 'backfill-slot-1'""");
      await(
          """
          SELECT trigger_state <> 'ERROR' AND next_fire_time > prev_fire_time
                 AND prev_fire_time > 1000 * extract(epoch FROM now() - interval '10 s')
          FROM phase.qrtz_triggers WHERE trigger_name = 'backfill-slot-1'""");
    }
  }

  /** As the one that is there, but of another name. */
  private void copyRun(String id, String state, String ago) throws SQLException {
    database.run(
        """
        INSERT INTO phase.backfill_run
          (id, table_name, relation, fill_columns, fill_types, fill_values, early_values,
           fill_only_null, state, finished_at)
        SELECT '%s', table_name, relation, fill_columns, fill_types, fill_values, early_values,
               fill_only_null, '%s', clock_timestamp() - interval '%s'
        FROM phase.backfill_run
        LIMIT 1"""
            .formatted(id, state, ago));
  }

  private void audit(String run, String ago) throws SQLException {
    database.run(
        """
        INSERT INTO phase.backfill_audit (run, at, actor, host, action, before, after)
        VALUES ('%s', clock_timestamp() - interval '%s', 'ada', 'desk', 'pause', 'run', 'pause')"""
            .formatted(run, ago));
  }

  private void await(String condition) throws Exception {
    while (!database.queryOne(condition).equals("t")) {
      Thread.sleep(50);
    }
  }
}
