package dev.phase.cli;

import dev.phase.json.Json;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.internal.JfrSupport;

/**
 * Loads the libraries for the database on a second core, while the first one reads the command line
 * and the settings. It has no outcome: whoever needs a class before it is ready waits for it.
 */
final class Warmup {

  private static final Set<String> OFFLINE = Set.of("new", "lint", "schema", "demo", "train");

  private Warmup() {}

  /** Begins, where one of these words is a verb that connects. */
  static void startFor(String... arguments) {
    for (String argument : arguments) {
      if (Verbs.NAMES.contains(argument) && !OFFLINE.contains(argument)) {
        start(Warmup::loadDriver, "phase-warm-driver");
        start(Warmup::loadState, "phase-warm-state");
        return;
      }
    }
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (failed, failure) -> {
          // The command meets the same failure, and reports it.
        });
    thread.start();
  }

  static void loadDriver() {
    DriverManager.drivers();
    // Jdbi's first statement registers an event with the flight recorder, which takes long.
    JfrSupport.newStatementEvent();
  }

  static void loadState() {
    Version version =
        new Version(
            "warm",
            Optional.of(Identifier.of("warm")),
            VersionState.LIVE,
            0,
            List.of(),
            Map.of(),
            Map.of(),
            List.of());
    Window window = new Window(Identifier.of("warm"), Map.of(), List.of(version));
    Json.read(Json.write(window), Window.class);
    Jdbi.create(
        () -> {
          throw new IllegalStateException("There is no database to warm up with.");
        });
  }
}
