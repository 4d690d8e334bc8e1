package dev.phase.cli;

import dev.phase.testkit.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A directory with change files, in which a test runs commands in this process. */
final class TestProject {

  /** How a command ended. */
  record Outcome(int code, String out, String err) {

    /** Everything it printed. */
    String text() {
      return out + err;
    }
  }

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final StopSignal stop = new StopSignal();

  private TestProject(Path directory) {
    this.directory = directory;
  }

  /** Without a database. */
  static TestProject offline(Path directory) {
    return new TestProject(directory);
  }

  /** With the database in the environment. */
  static TestProject on(Database database, Path directory) {
    TestProject project = new TestProject(directory);
    project.environment.put("PHASE_URL", database.url());
    project.environment.put("PHASE_USER", database.user());
    project.environment.put("PHASE_PASSWORD", database.password());
    return project;
  }

  TestProject with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  TestProject without(String variable) {
    environment.remove(variable);
    return this;
  }

  StopSignal stop() {
    return stop;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** Writes a change file. */
  Path change(String id, String yaml) throws IOException {
    return write("db/changes/" + id + ".yaml", yaml);
  }

  Path write(String name, String text) throws IOException {
    Path file = file(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Outcome run(String... arguments) {
    Terminals streams = Terminals.plain();
    int code = new Phase(streams.console(), environment, directory, stop).run(arguments);
    return new Outcome(code, streams.out(), streams.err());
  }

  /** Runs a command that must succeed, and returns what it printed as its result. */
  String succeed(String... arguments) {
    Outcome outcome = run(arguments);
    if (outcome.code() != 0) {
      throw new AssertionError(
          "phase %s ended with %d: %s"
              .formatted(String.join(" ", arguments), outcome.code(), outcome.text()));
    }
    return outcome.out();
  }
}
