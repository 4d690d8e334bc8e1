package dev.phase.cli;

import picocli.CommandLine;

/** Runs one command and exits with its status. */
@CommandLine.Command(name = "phase", version = "phase 0.1.0", mixinStandardHelpOptions = true)
final class Main implements Runnable {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
