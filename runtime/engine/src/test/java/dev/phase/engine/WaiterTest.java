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

  private final Database database;
  private final Workshop workshop;
  private final String application;

  WaiterTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
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
    assertEquals(
        "Version 0001_c was not live within 0 s: it is not there. Run `phase status` to see what it"
            + " waits for.",
        e.getMessage());
  }

  @Test
  void rowsAreConvertedBeforeTheVersionIsLive() throws Exception {
    database.run("INSERT INTO t VALUES (1), (2)");
    workshop.change(
        "0001_c",
        """
        operations:
          - add_column: { table: t, column: { name: c, type: int, nullable: false }, up: "1" }
          - add_constraint: { table: t, name: one, unique: [c] }
        """);
    assertThrows(PhaseException.class, workshop::advance);

    await(database.user(), "0001_c", WaitFor.BACKFILLED);
    PhaseException e =
        assertThrows(
            PhaseException.class, () -> await(database.user(), "0001_c", WaitFor.LIVE));

    assertEquals(ExitCode.TIMED_OUT, e.exitCode());
    assertTrue(e.getMessage().contains("it is still being prepared"), e.getMessage());
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
    await(application, version, WaitFor.LIVE);
  }

  private void await(String user, String version, WaitFor what) {
    workshop.run(
        Map.of("user", user),
        Listener.NONE,
        engine -> {
          engine.awaitVersion(version, what, Duration.ofMillis(600));
          return version;
        });
  }
}
