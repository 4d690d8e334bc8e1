package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands load, each as a process of its own: libraries that they do not use cost their start. */
@PostgresTest
final class StartUpTest {

  private static final String OF_WORKERS = "(org\\.quartz|com\\.zaxxer)\\..*";
  private static final String OF_METRICS =
      "(io\\.micrometer|io\\.prometheus|com\\.sun\\.net\\.httpserver)\\..*";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"--help", "lint", "plan", "status", "backfill list", "advance"})
  void shortCommandsLoadNothingOfWorkers(String command, Database database) throws Exception {
    TestProject.on(database, directory).succeed("init");
    Process process = start(database, command.split(" "));
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());

    assertEquals(Set.of(), loaded(OF_WORKERS + "|" + OF_METRICS));
  }

  @Test
  void aWorkerLoadsNothingOfMetricsThatNobodyAsksFor(Database database) throws Exception {
    TestProject.on(database, directory).succeed("init");
    Process process = start(database, "worker");
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();
      while (line != null && !line.contains("Waiting for work")) {
        line = reader.readLine();
      }
      assertTrue(line != null, "it ended");
      process.toHandle().destroy();
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));

    assertEquals(Set.of(), loaded(OF_METRICS));
    assertTrue(!loaded(OF_WORKERS).isEmpty());
  }

  private Process start(Database database, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + directory.resolve("classes"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.phase.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("PHASE_URL", database.url());
    builder.environment().put("PHASE_USER", database.user());
    builder.environment().put("PHASE_PASSWORD", database.password());
    return builder.start();
  }

  /** Names of classes, as {@code [0.1s][info][class,load] name source: …} has them. */
  private Set<String> loaded(String pattern) throws IOException {
    try (var lines = Files.lines(directory.resolve("classes"))) {
      return lines
          .map(line -> line.substring(line.lastIndexOf(']', line.indexOf(" source:")) + 1).strip())
          .map(line -> line.replaceFirst(" .*", ""))
          .filter(name -> name.matches(pattern))
          .collect(Collectors.toSet());
    }
  }
}
