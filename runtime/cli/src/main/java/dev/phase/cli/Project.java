package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeFiles;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.ChangesRejected;
import dev.phase.problem.Place;
import dev.phase.problem.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What a command works on: the settings, the change files and the database, each read when needed. */
final class Project {

  private final GlobalOptions options;
  private final Map<String, String> environment;
  private final Path directory;
  private final Console console;
  private final StopSignal stop;
  private Settings settings;
  private ChangeFiles files = new ChangeFiles(List.of());

  Project(
      GlobalOptions options,
      Map<String, String> environment,
      Path directory,
      Console console,
      StopSignal stop) {
    this.options = options;
    this.environment = environment;
    this.directory = directory;
    this.console = console;
    this.stop = stop;
  }

  GlobalOptions options() {
    return options;
  }

  Console console() {
    return console;
  }

  StopSignal stopSignal() {
    return stop;
  }

  /** Where relative paths start. */
  Path directory() {
    return directory;
  }

  Listener workLog() {
    return new WorkLog(console, Clock.systemUTC());
  }

  Settings settings() {
    if (settings == null) {
      settings = new SettingsReader(directory, options.flags(), environment).read();
    }
    return settings;
  }

  Versions versions() {
    return new Versions(settings());
  }

  /** Reads all change files. */
  List<ChangeFile> files() {
    files = ChangeReader.read(settings().changes(), settings().schema());
    return files.files();
  }

  /** Reads the change files that are not settled; of the others it knows the names. */
  List<ChangeFile> files(Engine engine) {
    files = engine.inspection().files();
    return files.files();
  }

  Engine connect(Listener listener) {
    if (options.hasEmptyUrl()) {
      throw new PhaseException(
          ExitCode.USAGE,
          "--url has no value. Write it like --url postgresql://localhost:5432/app.");
    }
    Properties login = settings().login();
    String password = login.getProperty("password", "");
    // Hiding a password that is the user's name as well would only garble messages.
    if (!password.equals(login.getProperty("user"))) {
      console.secrets().add(password);
    }
    return Engine.connect(settings, listener);
  }

  /** The rejection's problems with their places in the files that were read. */
  List<Problem> locate(ChangesRejected rejected) {
    return locate(rejected.problems());
  }

  List<Problem> locate(List<dev.phase.planning.Problem> problems) {
    List<Problem> located = new ArrayList<>();
    for (dev.phase.planning.Problem problem : problems) {
      Place place =
          files.locate(problem.source()).orElseGet(() -> Place.of(problem.source().toString()));
      located.add(new Problem(place, problem.what(), problem.remedy()));
    }
    return located;
  }
}
