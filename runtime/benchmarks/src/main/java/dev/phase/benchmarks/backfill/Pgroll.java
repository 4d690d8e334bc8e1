package dev.phase.benchmarks.backfill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** The same work by <a href="https://pgroll.com">pgroll</a>, where it is on the PATH. */
final class Pgroll {

  private static final String MIGRATION =
      """
      {"operations": [{"add_column": {
        "table": "item", "up": "(amount * 100)::bigint",
        "column": {"name": "cents", "type": "bigint", "nullable": true}}}]}""";

  private Pgroll() {}

  static boolean isThere() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "pgroll")));
  }

  /** Takes the schema as it is for where it begins. */
  static void init(Trial trial) throws SQLException {
    trial.run("ALTER TABLE item DROP COLUMN cents");
    run(trial, "init");
    inDirectory(directory -> run(trial, "baseline", "item", directory.toString(), "--yes"));
  }

  /** Adds the column and fills it; only the last step, which we leave out, gives it its name. */
  static void start(Trial trial) throws SQLException {
    inDirectory(
        directory ->
            run(
                trial,
                "start",
                Files.writeString(directory.resolve("to_cents.json"), MIGRATION).toString()));
    trial.run("ALTER TABLE item RENAME COLUMN _pgroll_new_cents TO cents");
  }

  private interface Work {
    void in(Path directory) throws IOException;
  }

  private static void inDirectory(Work work) {
    try {
      Path directory = Files.createTempDirectory("pgroll");
      work.in(directory);
      try (var files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Trial trial, String... arguments) {
    var command = new ProcessBuilder("pgroll");
    command.command().addAll(Arrays.asList(arguments));
    command.environment().put("PGROLL_PG_URL", url(trial));
    command.redirectErrorStream(true);
    try {
      Process process = command.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgroll has failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code jdbc:postgresql://host:port/database}, as others write it. */
  private static String url(Trial trial) {
    String there = trial.url().substring("jdbc:postgresql://".length()).replaceFirst("[?].*", "");
    return "postgres://%s@%s?sslmode=disable".formatted(trial.user(), there);
  }
}
