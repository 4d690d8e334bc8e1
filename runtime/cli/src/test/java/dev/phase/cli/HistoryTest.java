package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deployment log: complete, in order, and readable at 80 columns. */
@PostgresTest
final class HistoryTest {

  @TempDir private Path directory;

  @Test
  void tellsEveryMovementWithItsRelease(Database database) throws Exception {
    TestProject project = start(database);
    project.change("0001_note", "operations:\n  - add_column: { table: t, column: { name: note, type: text } }\n");
    project.succeed("advance", "--release", "2026.11.3", "--app-version", "7.1.0");
    project.succeed("rollback");

    JsonNode history = json(project.succeed("history", "-o", "json"));

    assertEquals(List.of("rollback", "publish", "expand"), fields(history, "move"));
    JsonNode publish = history.get(1);
    assertEquals("0001_note", publish.get("version").asText());
    assertEquals("0001_note", publish.get("changes").get(0).asText());
    assertEquals("[\"baseline\",\"0001_note\"]", publish.get("live").toString());
    assertEquals("2026.11.3", publish.get("release").asText());
    assertEquals("7.1.0", publish.get("applicationVersion").asText());
    assertEquals(database.user(), publish.get("login").asText());
    assertEquals("done", publish.get("outcome").asText());
    assertTrue(publish.get("failure").isNull());
    assertEquals("[\"baseline\"]", history.get(0).get("live").toString());
    assertEquals(1, json(project.succeed("history", "-o", "json", "--limit", "1")).size());
  }

  @Test
  void tellsWhyAMovementFailedUntilItIsFinished(Database database) throws Exception {
    TestProject project = start(database);
    database.run("INSERT INTO t VALUES (1, 'one')");
    project.change(
        "0001_number",
        """
        operations:
          - alter_column: { table: t, column: word, type: int, up: "word::int", down: "word::text" }
        """);
    assertEquals(5, project.run("advance").code());

    String failed = project.succeed("history");
    assertTrue(failed.contains("failed"), failed);
    assertTrue(failed.contains("22P02"), failed);
    database.run("UPDATE t SET word = '1'");
    project.succeed("advance");

    String done = project.succeed("history");
    assertTrue(!done.contains("22P02") && !done.contains("failed"), done);
    done.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void isEmptyAfterInit(Database database) throws Exception {
    assertEquals("No version has moved yet.\n", start(database).succeed("history"));
  }

  private TestProject start(Database database) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY, word text)");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    return project;
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text).get("history");
  }

  private static List<String> fields(JsonNode entries, String name) {
    List<String> values = new ArrayList<>();
    entries.forEach(entry -> values.add(entry.get(name).asText()));
    return values;
  }
}
