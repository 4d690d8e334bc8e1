package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An advance whose process is halted while it holds the lock, and goes on when it has lost it. */
@PostgresTest
@EnabledOnOs(OS.LINUX)
@Timeout(180)
final class HaltedProcessTest {

  private final Database database;
  private final Path directory;
  private final Workshop workshop;

  HaltedProcessTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
    this.directory = directory;
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text)",
        "INSERT INTO users SELECT n FROM generate_series(1, 2000) n");
    this.workshop =
        new Workshop(database, directory)
            .change(
                "0001_name",
                """
                backfill: { batch_rows: 100 }
                operations:
                  - alter_column: { table: users, column: name, nullable: false, up: "coalesce(name, '?')" }
                  - create_index: { table: users, name: users_name, columns: [name] }
                """);
    Files.writeString(
        directory.resolve("phase.yaml"), "changes: " + directory.resolve("changes") + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "step expand", "done expand", "step index", "step publish"})
  void isHarmlessWhenItWakesUp(String event) throws Exception {
    Process halted = AdvanceProcess.start(database, directory, "advance", "r1", event);
    try (BufferedReader lines = halted.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(event)) {
        line = lines.readLine();
      }
      assertTrue(line != null, () -> "it ended: " + errors());
      awaitHalt(halted);

      PhaseException e = assertThrows(PhaseException.class, this::advanceWithLittlePatience);
      assertEquals(ExitCode.LOCKED, e.exitCode());
      assertTrue(e.getMessage().contains("Another Phase command"), e.getMessage());

      // What the server does by itself when it does not hear from the machine any more.
      database.run(
          """
          SELECT pg_terminate_backend(pid) FROM pg_locks
          WHERE locktype = 'advisory' AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""");
      workshop.advance();
      assertEquals("live", workshop.status().versions().get(1).state());
      List<String> before = state();

      wake(halted);
      lines.lines().toList();
      assertNotEquals(0, halted.waitFor());
      assertTrue(errors().contains("Another command has taken over"), errors());
      assertEquals(before, state());
      assertTrue(workshop.advance().isEmpty());
    } finally {
      halted.destroyForcibly().waitFor();
    }
  }

  private void advanceWithLittlePatience() {
    workshop.run(
        Map.of("lock-budget", "2s"),
        Listener.NONE,
        engine -> engine.advance(workshop.files(), Workshop.RELEASE));
  }

  private List<String> state() throws Exception {
    List<String> state = new ArrayList<>(CatalogPicture.of(database));
    state.addAll(
        database.strings(
            "SELECT concat_ws(' ', move, version, state, failure) FROM phase.plan ORDER BY id"));
    state.addAll(database.strings("SELECT u::text FROM users u ORDER BY id"));
    return state;
  }

  private static void awaitHalt(Process process) throws Exception {
    Path stat = Path.of("/proc/%d/stat".formatted(process.pid()));
    while (!Files.readString(stat).contains(") T ")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void wake(Process process) throws Exception {
    new ProcessBuilder("kill", "-CONT", Long.toString(process.pid())).start().waitFor();
  }

  private String errors() {
    try {
      return Files.readString(directory.resolve("stderr.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
