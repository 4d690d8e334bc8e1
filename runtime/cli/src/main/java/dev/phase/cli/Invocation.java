package dev.phase.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command inside of another program, such as a build. */
public final class Invocation {

  private Invocation() {}

  /**
   * The same as the command line, but for the process.
   *
   * @param directory where relative paths start
   * @param out gets results, as UTF-8
   * @param err gets progress and errors
   * @return the exit code
   */
  public static int run(
      Path directory,
      Map<String, String> environment,
      OutputStream out,
      OutputStream err,
      List<String> arguments) {
    Console console =
        new Console(
            Console.utf8(out),
            Console.utf8(err),
            false,
            false,
            Console.DEFAULT_WIDTH,
            new Secrets());
    return new Phase(console, environment, directory, new StopSignal())
        .run(arguments.toArray(String[]::new));
  }
}
