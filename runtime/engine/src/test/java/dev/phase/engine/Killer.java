package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs commands as processes, and kills them with SIGKILL at moments that are drawn. */
final class Killer {

  private static final int MOST_IN_A_ROW = 3;
  private static final int EVENTS = 20;
  private static final int MOST_MILLIS = 30;

  /** What a shell says of SIGKILL. */
  private static final int KILLED = 128 + 9;

  private final Database database;
  private final Path directory;
  private final Random random;
  private int kills;

  Killer(Database database, Path directory, Random random) {
    this.database = database;
    this.directory = directory;
    this.random = random;
  }

  int kills() {
    return kills;
  }

  /** Runs a command that has nothing left to do once it got through; the last time it may. */
  void runUntilItIsThrough(String verb, String release) throws Exception {
    boolean through = false;
    for (int most = 1 + random.nextInt(MOST_IN_A_ROW); !through; most--) {
      through = most > 0 ? runOnce(verb, release) : run(verb, release, Integer.MAX_VALUE);
    }
  }

  /**
   * Runs it, and kills it where it is not through before.
   *
   * @return whether it was
   */
  boolean runOnce(String verb, String release) throws Exception {
    boolean through = run(verb, release, random.nextInt(EVENTS));
    kills += through ? 0 : 1;
    return through;
  }

  private boolean run(String verb, String release, int events) throws Exception {
    int pause = random.nextInt(MOST_MILLIS);
    Process process = AdvanceProcess.start(database, directory, verb, release);
    try (BufferedReader lines = process.inputReader()) {
      String line = "";
      for (int i = 0; i < events && line != null; i++) {
        line = lines.readLine();
      }
      if (line != null) {
        TimeUnit.MILLISECONDS.sleep(pause);
        process.destroyForcibly();
      }
    }
    int exit = process.waitFor();
    boolean through = exit == 0;
    assertTrue(
        through || exit == KILLED,
        () -> "%s of %s ended with %d: %s".formatted(verb, release, exit, errors()));
    return through;
  }

  private String errors() {
    try {
      return Files.readString(directory.resolve("stderr.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
