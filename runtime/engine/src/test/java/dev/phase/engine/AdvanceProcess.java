package dev.phase.engine;

import dev.phase.backfill.Progress;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A command in a process of its own, so that a test can kill it. It prints a line for each event,
 * and halts itself with SIGSTOP where {@code -Dphase.halt.at} is how the line begins.
 */
final class AdvanceProcess {

  private AdvanceProcess() {}

  /** Starts {@code advance} or {@code contract} in a repository with a phase.yaml. */
  static Process start(Database database, Path directory, String verb, String release)
      throws IOException {
    return start(database, directory, verb, release, "");
  }

  /** The same, but it halts at an event. */
  static Process start(
      Database database, Path directory, String verb, String release, String haltAt)
      throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dphase.halt.at=" + haltAt,
            "-cp",
            System.getProperty("java.class.path"),
            AdvanceProcess.class.getName(),
            directory.toString(),
            database.url(),
            database.user(),
            verb,
            release);
    process.environment().put("PHASE_PASSWORD", database.password());
    return process.redirectError(directory.resolve("stderr.txt").toFile()).start();
  }

  public static void main(String[] args) {
    Settings settings =
        new SettingsReader(
                Path.of(args[0]), Map.of("url", args[1], "user", args[2]), System.getenv())
            .read();
    Release release =
        new Release(Optional.of(args[4]), Optional.empty(), "tester", "test-host");
    try (Engine engine = Engine.connect(settings, new Printer())) {
      if (args[3].equals("contract")) {
        engine.contract(release);
      } else {
        engine.advance(
            ChangeReader.read(settings.changes(), settings.schema()).files(), release);
      }
    }
  }

  private static void say(String event) {
    System.out.println(event);
    String at = System.getProperty("phase.halt.at");
    if (!at.isEmpty() && event.startsWith(at)) {
      System.setProperty("phase.halt.at", "");
      halt();
    }
  }

  private static void halt() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Printer implements Listener {

    @Override
    public void started(Plan plan, boolean resumed) {
      say("plan");
    }

    @Override
    public void started(Step step) {
      say("step " + step.id());
    }

    @Override
    public void finished(Step step, Duration took) {
      say("done " + step.id());
    }

    @Override
    public void finished(Plan plan) {
      say("planned");
    }

    @Override
    public void progress(Progress progress) {
      say("batch");
    }
  }
}
