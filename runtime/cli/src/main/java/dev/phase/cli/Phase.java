package dev.phase.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** The program: runs one command and returns its exit code. */
final class Phase {

  private final Console console;
  private final Map<String, String> environment;
  private final Path directory;
  private final StopSignal stop;

  /**
   * @param directory where relative paths start
   */
  Phase(Console console, Map<String, String> environment, Path directory, StopSignal stop) {
    this.console = console;
    this.environment = environment;
    this.directory = directory;
    this.stop = stop;
  }

  int run(String... arguments) {
    GlobalOptions options = new GlobalOptions();
    Project project = new Project(options, environment, directory, console, stop);
    ErrorReporter errors = new ErrorReporter(project);
    try {
      return commandLine(project, errors, arguments).execute(arguments);
    } catch (RuntimeException | Error e) {
      return errors.report(e);
    }
  }

  private CommandLine commandLine(Project project, ErrorReporter errors, String... arguments) {
    CommandLine commandLine = new CommandLine(new PhaseCommand(project.options()));
    new Verbs(project).addTo(commandLine, arguments);
    return commandLine
        .setOut(console.writer(console.out()))
        .setErr(console.writer(console.err()))
        .setColorScheme(console.colourScheme())
        .setUsageHelpWidth(Math.max(console.width(), Console.DEFAULT_WIDTH))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }
}
