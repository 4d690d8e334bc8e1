package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backfill that waits for what phase.yaml says, and tells so; without any grant. */
@PostgresTest
@Timeout(300)
@SuppressWarnings("try")
final class WaitingTest {

  private final Database database;
  private final Path directory;

  WaitingTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void begin() throws Exception {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, amount int)",
        "INSERT INTO t SELECT n, n FROM generate_series(1, 100) n");
    project().succeed("init");
    project()
        .change(
            "0001_text",
            """
            operations:
              - alter_column:
                  { table: t, column: amount, type: text, up: "amount::text", down: "amount::int" }
            """);
  }

  @Test
  void forWraparound() throws Exception {
    database.run(
        "ALTER TABLE t SET (autovacuum_freeze_max_age = 100000)",
        """
        DO $$ BEGIN
          FOR i IN 1..1100 LOOP
            BEGIN UPDATE t SET amount = 1 WHERE id = 1;
            EXCEPTION WHEN division_by_zero THEN NULL; END;
          END LOOP;
        END $$""");
    waits("max_wraparound: 1", "wraparound 1 %, limit 1 %");
  }

  @Test
  void forASlot() throws Exception {
    String slot = "s_" + Long.toString(System.nanoTime(), 36);
    try (Connection superuser = database.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          "SELECT pg_create_physical_replication_slot('%s', true, true)".formatted(slot));
      waits("max_slot_bytes: 1kB", "slot backlog ");
    }
  }

  @Test
  void forAnOldSnapshot() throws Exception {
    try (Connection old = database.connect()) {
      old.setAutoCommit(false);
      old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      old.createStatement().execute("SELECT count(*) FROM pg_class");
      waits("max_xmin_age: 1", "age of the oldest snapshot ");
    }
  }

  @Test
  void forItsWindow() throws Exception {
    DayOfWeek later = LocalDate.now().getDayOfWeek().plus(3);
    String day = later.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    waits(
        "window: %s 01:00-24:00 Europe/Berlin".formatted(day),
        "outside of the time window, until %s 01:00 Europe/Berlin".formatted(day));
  }

  @Test
  void forAQuery() throws Exception {
    waits("pause_while: SELECT true", "the query of pause_while");
  }

  @Test
  void refusesToGuessWhatItMayNotSee() throws Exception {
    TestProject.Outcome outcome = project("max_active_sessions: 1").run("advance");
    assertEquals(5, outcome.code(), outcome.text());
    assertTrue(
        outcome.err().contains("Run `GRANT pg_read_all_stats TO %s`".formatted(database.user())),
        outcome.err());
    outcome = project("pause_while: SELECT rolpassword IS NULL FROM pg_authid").run("advance");
    assertEquals(5, outcome.code(), outcome.text());
    assertTrue(
        outcome.err().contains("(SQLSTATE 42501: permission denied for table pg_authid)"),
        outcome.err());
    project("{ max_active_sessions: 1000, optional: [active-sessions] }").succeed("advance");
  }

  /** Until it is stopped; and goes on when there is no limit any more. */
  private void waits(String policy, String reason) throws Exception {
    TestProject waiting = project(policy);
    CompletableFuture<TestProject.Outcome> advance =
        CompletableFuture.supplyAsync(() -> waiting.run("advance"));
    TestProject other = project();
    String shown = "";
    while (shown.isEmpty()) {
      assertTrue(!advance.isDone(), () -> advance.join().text());
      Thread.sleep(50);
      JsonNode runs =
          new ObjectMapper().readTree(other.succeed("backfill", "list", "-o", "json"));
      shown = runs.at("/backfills/0/reason").asText();
    }
    assertTrue(shown.startsWith("waits: " + reason), shown);
    waiting.stop().request();
    assertEquals(143, advance.get().code(), advance.get().text());
    assertTrue(advance.get().err().contains(", waits: " + reason), advance.get().err());
    project("nice: 0").succeed("advance");
  }

  private TestProject project() {
    return TestProject.on(database, directory);
  }

  private TestProject project(String policy) throws Exception {
    String map = policy.startsWith("{") ? policy : "{ " + policy + " }";
    project().write("phase.yaml", "backfill: %s\n".formatted(map));
    return project();
  }
}
