package dev.phase.cli;

import java.nio.file.Path;
import java.util.Map;

/** Runs one command and exits with its status. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    StopSignal stop = new StopSignal();
    stop.install();
    int status =
        new Phase(Console.system(environment), environment, Path.of(""), stop).run(arguments);
    stop.finished();
    System.exit(status);
  }
}
