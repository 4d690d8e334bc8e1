package dev.phase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Starts and stops the server process of one data directory, and waits less than pg_ctl does. */
record Postmaster(Tools tools, Path data, Path log) {
  static final String DATA = "data";
  static final String SETTINGS = "phase.conf";
  static final String PID_FILE = "postmaster.pid";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final int STATUS_LINE = 7;

  /** Sets what the next start reads. */
  void configure(Map<String, String> settings) throws IOException {
    String lines =
        settings.entrySet().stream()
            .map(
                setting ->
                    setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n")
            .sorted()
            .collect(Collectors.joining());
    Files.writeString(data.resolve(SETTINGS), lines);
  }

  /** Starts the server and returns once it accepts connections. */
  void start() throws IOException {
    Path output = log.resolveSibling("pg_ctl.log");
    Process control =
        tools.start(
            output,
            "pg_ctl",
            List.of("start", "--wait", "--silent", "--pgdata=" + data, "--log=" + log));
    control.getOutputStream().close();
    boolean ended = await(START_PATIENCE, () -> isReady() || !control.isAlive());
    if (!ended || !isReady()) {
      throw new EmbeddedServerException(
          "The PostgreSQL server in "
              + data
              + " does not start. Look at its log:\n"
              + Tools.read(log)
              + Tools.read(output));
    }
  }

  /**
   * Stops the server as a crash would when {@code immediate}, else with a checkpoint; open
   * connections are cut either way.
   */
  void stop(boolean immediate) {
    signal(immediate ? "QUIT" : "INT");
    if (!await(STOP_PATIENCE, () -> !isRunning())) {
      signal("KILL");
    }
  }

  boolean isRunning() {
    return Files.exists(data.resolve(PID_FILE));
  }

  /** Stops a server whose log and owner are unknown; it may have stopped long ago. */
  static void stopAbandoned(Tools tools, Path data) throws IOException {
    Path output = Files.createTempFile("phase", ".log");
    try {
      tools.run(output, "pg_ctl", "stop", "--mode=immediate", "--silent", "--pgdata=" + data);
    } catch (EmbeddedServerException e) {
      // The process is gone already, which is all that was wanted.
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private void signal(String name) {
    try {
      List<String> lines = pidFile();
      if (!lines.isEmpty()) {
        tools.run(log.resolveSibling("pg_ctl.log"), "pg_ctl", "kill", name, lines.get(0).strip());
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The PostgreSQL server in " + data + " cannot be stopped. Stop it by hand.", e);
    }
  }

  private boolean isReady() {
    List<String> lines = pidFile();
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(data.resolve(PID_FILE));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The directory " + data + " cannot be read. Check its permissions.", e);
    }
  }

  private static boolean await(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
