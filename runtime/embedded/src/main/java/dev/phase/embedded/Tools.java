package dev.phase.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of one PostgreSQL installation, and a few of the system, under the server's
 * account.
 */
record Tools(Account account, Path home) {
  private static final int PATIENCE_SECONDS = 60;

  /** Starts a program of the installation, such as {@code pg_ctl}; its output goes to a file. */
  Process start(Path output, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(path(program)));
    command.addAll(arguments);
    return process(output, command).start();
  }

  /** Runs a program of the installation and waits for it. */
  void run(Path output, String program, String... arguments) throws IOException {
    await(output, program, start(output, program, List.of(arguments)));
  }

  /** Runs a program of the operating system and waits for it. */
  void runSystem(Path output, String... command) throws IOException {
    await(output, command[0], process(output, List.of(command)).start());
  }

  ProcessBuilder process(Path output, List<String> command) {
    var builder = new ProcessBuilder(account.command(command));
    builder.directory(home.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  String path(String program) {
    return home.resolve("bin").resolve(program).toString();
  }

  private static void await(Path output, String program, Process process) throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new EmbeddedServerException(
            program + " does not end. Look at its output:\n" + read(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException(program + " was interrupted. Try again.", e);
    }
    if (process.exitValue() != 0) {
      throw new EmbeddedServerException(
          program
              + " failed with exit status "
              + process.exitValue()
              + ". Look at its output:\n"
              + read(output));
    }
  }

  static String read(Path output) {
    try {
      return Files.isReadable(output) ? Files.readString(output).strip() : "(none)";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
