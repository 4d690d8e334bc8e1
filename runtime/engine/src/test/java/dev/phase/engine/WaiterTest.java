package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that waits for its version, as a role that has no rights on Phase's tables. */
@PostgresTest
final class WaiterTest {

  private final Workshop workshop;
  private final String application;

  WaiterTest(Database database, @TempDir Path directory) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY)");
    this.workshop = new Workshop(database, directory);
    this.application = database.createRole("application");
  }

  @BeforeEach
  void haveAChange() {
    workshop.change(
        "0001_c", "operations:\n- add_column: { table: t, column: { name: c, type: text } }\n");
  }

  @Test
  void goesOnWhenTheVersionIsLive() {
    workshop.advance();

    await("0001_c");
  }

  @Test
  void givesUpWhenTheTimeIsOver() {
    PhaseException e = assertThrows(PhaseException.class, () -> await("0001_c"));

    assertEquals(ExitCode.TIMED_OUT, e.exitCode());
  }

  @Test
  void saysThatTheVersionWasRetired() {
    workshop.advance();
    workshop.retire();

    PhaseException e = assertThrows(PhaseException.class, () -> await("baseline"));

    assertEquals(ExitCode.GATE, e.exitCode());
    assertTrue(e.getMessage().contains("Run `phase restore`"), e.getMessage());
  }

  private void await(String version) {
    workshop.run(
        Map.of("user", application),
        Listener.NONE,
        engine -> {
          engine.awaitVersion(version, WaitFor.LIVE, Duration.ofMillis(600));
          return version;
        });
  }
}
