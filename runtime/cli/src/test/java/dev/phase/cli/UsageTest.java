package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines, without a database. */
final class UsageTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | No command was given. Run `phase --help` to see them.",
        "stauts | There is no command `phase stauts`. Did you mean `phase status`?",
        "status --foo | `phase status` has no option --foo. Run `phase status --help` to see what it takes.",
        "status --vers | `phase status` has no option --vers. Did you mean `--version`?",
        "status x | `phase status` does not take x. Run `phase status --help` to see what it takes.",
        "new | `phase new` needs NAME. Run `phase new --help` to see what it takes.",
        "new Split | A change cannot be called \"Split\". Use a to z, digits, _ and - only, and begin with a letter or a digit, such as split_name.",
        "new ../x | A change cannot be called \"../x\". Use a to z, digits, _ and - only, and begin with a letter or a digit, such as split_name.",
        "wait --timeout 5x | Invalid value for option '--timeout': '5x' is no duration such as 500ms, 90s or 24h. Run `phase wait --help` to see what it takes.",
        "wait --for now | Invalid value for option '--for': expected one of [live, backfilled] (case-sensitive) but was 'now'. Run `phase wait --help` to see what it takes.",
        "status --url | --url has no value. Write it like --url postgresql://localhost:5432/app.",
      })
  void aWrongCommandLineIsTwoSentencesAndTwo(String line, String message) {
    TestProject.Outcome outcome =
        TestProject.offline(directory).run(line.isEmpty() ? new String[0] : line.split(" "));

    assertEquals(message + "\n", outcome.err());
    assertEquals(2, outcome.code());
    assertEquals("", outcome.out());
  }

  @Test
  void thereIsNoFlagForAPassword() {
    assertEquals(2, TestProject.offline(directory).run("status", "--password", "x").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "status --version", "schema -V"})
  void theVersionIsPrinted(String line) {
    TestProject.Outcome outcome = TestProject.offline(directory).run(line.split(" "));

    assertEquals(0, outcome.code());
    assertTrue(outcome.out().matches("phase \\d+\\.\\d+\\.\\d+.*\n"), outcome.out());
  }

  @Test
  void everyVerbHasHelpWithTheGlobalOptions() {
    for (String verb : Verbs.NAMES) {
      TestProject.Outcome outcome = TestProject.offline(directory).run(verb, "--help");

      assertEquals(0, outcome.code(), verb);
      assertTrue(outcome.out().startsWith("Usage: phase " + verb), outcome.out());
      for (String option :
          new String[] {"--config", "--url", "--user", "--schema", "--changes", "--verbose"}) {
        assertTrue(outcome.out().contains(option + "=") || outcome.out().contains(option),
            verb + " lacks " + option);
      }
    }
  }

  @Test
  void helpNamesEveryVerbAndFitsAnEightyColumnTerminal() {
    String help = TestProject.offline(directory).succeed("--help");

    for (String verb : Verbs.NAMES) {
      assertTrue(help.contains("\n  " + verb + " "), verb);
    }
    help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--schema app schema", "schema --schema app", "schema --schema=app"})
  void globalOptionsStandBeforeOrAfterTheVerb(String line) {
    assertEquals("app\n", TestProject.offline(directory).succeed(line.split(" ")));
  }

  @Test
  void anOptionMayHaveTheNameOfAVerb() {
    assertEquals(
        "status\n", TestProject.offline(directory).succeed("schema", "--schema", "status"));
  }
}
