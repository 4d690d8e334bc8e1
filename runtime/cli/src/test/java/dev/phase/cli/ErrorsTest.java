package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit code and the message of each kind of failure. */
@PostgresTest
final class ErrorsTest {

  private static final String PASSWORD = "hunter2 is secret";

  @TempDir private Path directory;

  @Test
  void withoutADatabaseItSaysHowToNameOne() {
    assertFailure(
        TestProject.offline(directory).run("status"),
        3,
        "--url: No database is set. Give its URL with --url, PHASE_URL, or `url` in phase.yaml.\n");
  }

  @Test
  void anUnreachableDatabaseIsSeven() {
    TestProject.Outcome outcome =
        TestProject.offline(directory).run("status", "--url", "postgresql://me@127.0.0.1:1/x");

    assertEquals(7, outcome.code());
    assertTrue(outcome.err().startsWith("The database cannot be reached: "), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void verboseAddsTheStackTrace() {
    TestProject.Outcome outcome =
        TestProject.offline(directory)
            .run("--verbose", "status", "--url", "postgresql://me@127.0.0.1:1/x");

    assertTrue(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void aBadSettingHasItsPlace() throws Exception {
    TestProject project = TestProject.offline(directory);
    Path file = project.write("phase.yaml", "schema: public\nlock_timeout: soon\n");

    TestProject.Outcome outcome = project.run("schema");

    assertEquals(3, outcome.code());
    assertTrue(outcome.err().startsWith(file + ":2:15: "), outcome.err());
  }

  @Test
  void beforeInitNothingElseIsPossible(Database database) {
    TestProject project = TestProject.on(database, directory);

    assertFailure(
        project.run("status"),
        5,
        "Schema public of this database is not under Phase's care yet. Run `phase init` first.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollback", "retire", "restore", "contract"})
  void aMoveThatTheWindowDoesNotAllowIsFive(String verb, Database database) {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");

    TestProject.Outcome outcome = project.run(verb);

    assertEquals(5, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains(". Run ") || outcome.err().contains(". Advance "),
        outcome.err());
  }

  @Test
  void aDirectoryWithoutFilesHasNothingToDo(Database database) {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");

    assertTrue(project.succeed("advance").startsWith("Nothing to do"));
    assertEquals("0 files, no problems\n", project.succeed("lint"));
  }

  @Test
  void aMissingDirectoryIsThree(Database database) {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");

    TestProject.Outcome outcome = project.run("advance", "--changes", "nowhere");

    assertEquals(3, outcome.code());
    assertTrue(outcome.err().contains("There is no such directory"), outcome.err());
  }

  @Test
  void sqlThatFailsIsEight(Database database) throws Exception {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    project.change(
        "0001_fail", "operations:\n  - sql: { expand: \"SELECT 1 / 0\", undo: \"SELECT 1\" }\n");

    TestProject.Outcome outcome = project.run("advance");

    assertEquals(8, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("division by zero"), outcome.err());
  }

  @Test
  void waitingForAVersionThatDoesNotComeIsNine(Database database) {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");

    TestProject.Outcome outcome = project.run("wait", "--version", "0001_x", "--timeout", "1ms");

    assertEquals(9, outcome.code(), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status", "status --verbose", "init --verbose", "plan -o json", "schema --url",
        "lint --database --verbose", "advance --nonsense", "wait --timeout 1ms --verbose"
      })
  void noPasswordIsEverShown(String line, Database database) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), PASSWORD + "\n");
    String url = database.url().replace("jdbc:", "");
    for (TestProject project :
        new TestProject[] {
          TestProject.on(database, directory).with("PHASE_PASSWORD", PASSWORD),
          TestProject.on(database, directory)
              .without("PHASE_PASSWORD")
              .with("PHASE_PASSWORD_FILE", secret.toString()),
          TestProject.on(database, directory)
              .without("PHASE_PASSWORD")
              .with("PHASE_URL", url.replace("://", "://me:hunter2%20is%20secret@")),
          TestProject.offline(directory)
              .with("PHASE_URL", "nonsense://me:hunter2%20is%20secret@localhost/x")
        }) {
      TestProject.Outcome outcome = project.run(line.split(" "));

      assertFalse(outcome.text().contains("hunter2"), outcome.text());
    }
  }

  @Test
  void aPasswordThatWasTypedIntoAUrlIsNeitherShownNorWritten(Database database) throws Exception {
    TestProject project = TestProject.on(database, directory).without("PHASE_URL");
    String url = database.url().replace("jdbc:postgresql://", "postgresql://me:hunter2@");

    TestProject.Outcome outcome = project.run("init", "--url", url, "--verbose");
    project.run("init", "--url", url.replace("me:hunter2@", "") + "?password=hunter2");

    assertFalse(outcome.text().contains("hunter2"), outcome.text());
    Path settings = project.file("phase.yaml");
    assertFalse(Files.exists(settings) && Files.readString(settings).contains("hunter2"));
  }

  private static void assertFailure(TestProject.Outcome outcome, int code, String message) {
    assertEquals(message, outcome.err());
    assertEquals(code, outcome.code());
    assertEquals("", outcome.out());
  }
}
