package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at backfills, and telling them what to do. */
@PostgresTest
final class BackfillTest {

  private static final String TO_NUMBER =
      """
      operations:
        - alter_column: { table: t, column: word, type: int, up: "word::int", down: "word::text" }
      """;

  @TempDir private Path directory;

  private TestProject start(Database database, String... options) throws Exception {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, word text)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) AS i",
        "UPDATE t SET word = 'one' WHERE id = 1");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    project.change("0001_number", TO_NUMBER);
    return project;
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private static String id(TestProject project) throws Exception {
    return json(project.succeed("backfill", "list", "-o", "json"))
        .get("backfills").get(0).get("id").asText();
  }

  @Test
  void showsWhatIsInQuarantineUntilItIsMended(Database database) throws Exception {
    TestProject project = start(database);
    TestProject.Outcome advance = project.run("advance");
    assertEquals(5, advance.code());
    String id = id(project);
    assertTrue(
        advance.err().contains(
            "A row of public.t cannot be converted, such as id (1) (SQLSTATE 22P02: invalid input"
                + " syntax for type integer: \"one\")."),
        advance.err());
    assertTrue(advance.err().contains("phase backfill waive " + id), advance.err());

    JsonNode details = json(project.succeed("backfill", "show", id, "-o", "json"));
    assertEquals("quarantined", details.get("backfill").get("state").asText());
    assertEquals(1, details.get("backfill").get("quarantined").asInt());
    assertEquals("id (1)", details.get("quarantine").get(0).get("rowName").asText());
    String text = project.succeed("backfill", "show", id);
    assertTrue(text.contains("22P02"), text);
    text.lines().forEach(line -> assertTrue(line.length() <= 80, line));

    database.run("UPDATE t SET word = '1' WHERE id = 1");
    project.succeed("advance");
    assertEquals(
        "done",
        json(project.succeed("backfill", "list", "-o", "json"))
            .get("backfills").get(0).get("state").asText());
  }

  @Test
  void doesWithoutRowsWhereSomebodyAnswersForThat(Database database) throws Exception {
    TestProject project = start(database);
    project.run("advance");
    String id = id(project);
    assertEquals(
        "Backfill " + id + " is allowed to end without the rows in quarantine.\n",
        project.succeed("backfill", "waive", id));
    project.succeed("advance");
  }

  @Test
  void pausesFromAnotherProcessAndGoesOn(Database database) throws Exception {
    TestProject project = start(database);
    database.run("UPDATE t SET word = '1' WHERE id = 1");
    project.write("phase.yaml", "backfill: { batch_rows: 1, batch_time: 0ms, pause: 50ms }\n");
    CompletableFuture<TestProject.Outcome> advance =
        CompletableFuture.supplyAsync(() -> project.run("advance"));
    while (!advance.isDone()
        && database.strings("SELECT id FROM phase.backfill_run r WHERE EXISTS"
            + " (SELECT FROM phase.backfill_chunk WHERE run = r.id AND batches > 0)").isEmpty()) {
      Thread.sleep(20);
    }
    String id = id(project);
    assertEquals("Backfill " + id + " is paused.\n", project.succeed("backfill", "pause", "--all"));
    TestProject.Outcome outcome = advance.get();
    assertEquals(5, outcome.code());
    assertTrue(outcome.err().contains("The backfill of public.t is paused."), outcome.err());
    String shown = project.succeed("backfill", "list");
    assertTrue(shown.contains("paused by "), shown);
    assertEquals(5, project.run("advance").code());

    project.succeed("backfill", "set", id, "--batch-rows", "500", "--pause", "0ms");
    project.succeed("backfill", "resume", id);
    project.succeed("advance");

    JsonNode audit = json(project.succeed("backfill", "show", id, "-o", "json")).get("audit");
    assertEquals(3, audit.size());
    assertEquals("resume", audit.get(0).get("action").asText());
    assertEquals("pause, batch_rows 500, pause 0ms", audit.get(0).get("before").asText());
    assertEquals("run, batch_rows 500, pause 0ms", audit.get(0).get("after").asText());
    assertEquals(System.getProperty("user.name"), audit.get(2).get("actor").asText());
  }

  @Test
  void staysCancelledUntilItIsTriedAgain(Database database) throws Exception {
    TestProject project = start(database);
    project.run("advance");
    String id = id(project);
    project.succeed("backfill", "cancel", id);
    database.run("UPDATE t SET word = '1' WHERE id = 1");
    TestProject.Outcome cancelled = project.run("advance");
    assertEquals(5, cancelled.code());
    assertTrue(cancelled.err().contains("was cancelled"), cancelled.err());
    project.succeed("backfill", "retry", id);
    project.succeed("advance");
  }

  @Test
  void namesWhatThereIsNot(Database database) throws Exception {
    TestProject project = start(database);
    assertEquals(
        "No version in the window has a backfill.\n", project.succeed("backfill", "list"));
    TestProject.Outcome unknown = project.run("backfill", "pause", "x");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("There is no backfill x."), unknown.err());
    assertEquals(2, project.run("backfill").code());
    assertEquals(2, project.run("backfill", "pause").code());
    assertEquals(2, project.run("backfill", "set", "x").code());
  }
}
