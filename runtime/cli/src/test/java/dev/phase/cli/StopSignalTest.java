package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
final class StopSignalTest {

  @TempDir private Path directory;

  @Test
  void anAdvanceThatIsStoppedSaysThatTheNextOneGoesOn(Database database) throws Exception {
    database.run("CREATE TABLE t (id bigint PRIMARY KEY)");
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    project.change(
        "0001_a", "operations:\n  - add_column: { table: t, column: { name: a, type: text } }\n");
    project.stop().request();

    TestProject.Outcome outcome = project.run("advance");

    assertEquals(143, outcome.code(), outcome.text());
    assertTrue(outcome.err().contains("goes on where it stopped"), outcome.err());
    String resumed = TestProject.on(database, directory).succeed("advance");
    assertTrue(resumed.contains("0001_a"), resumed);
  }
}
