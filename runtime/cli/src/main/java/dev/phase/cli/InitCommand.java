package dev.phase.cli;

import dev.phase.config.Settings;
import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.doctor.Roles;
import dev.phase.engine.execution.Sessions;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    description = {
      "Take the schema of a database into Phase's care; run it once per database.",
      "Writes phase.yaml and the directory of change files where they are missing."
    })
final class InitCommand implements Callable<Integer> {

  private static final String SETTINGS_FILE = "phase.yaml";

  private final Project project;

  @Option(
      names = "--print-grants",
      description = "only print the SQL for an administrator: roles, and what each of them needs")
  private boolean printsGrants;

  @Option(
      names = "--roles",
      paramLabel = "PREFIX",
      description = "what their names begin with; the name of the database by default")
  private String prefix;

  InitCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Settings settings = project.settings();
    if (settings.database().isEmpty()) {
      boolean written = writeFiles();
      throw new PhaseException(
          ExitCode.INVALID,
          "No database is set. Give its URL with --url, PHASE_URL, or `url` in "
              + SETTINGS_FILE
              + (written ? ", which is there now." : "."));
    }
    if (printsGrants) {
      String database = Sessions.databaseName(settings.jdbcUrl(), settings.login());
      project
          .console()
          .print(
              Roles.called(prefix == null ? database : prefix)
                  .script(Identifier.of(database), settings.schema())
                  .sql());
      return 0;
    }
    try (Engine engine = project.connect(project.workLog())) {
      boolean created = engine.init();
      print(created, engine.inspection().status());
    }
    writeFiles();
    return 0;
  }

  private void print(boolean created, Status status) {
    Status.VersionStatus newest = status.versions().get(status.versions().size() - 1);
    if (created) {
      project
          .console()
          .print(
              "Schema " + status.schema() + " is under Phase's care; what is in it is version "
                  + newest.name() + ". Run `phase new` to write the first change.");
    } else {
      project
          .console()
          .print(
              "Schema " + status.schema() + " is already initialised, and its newest version is "
                  + newest.name() + ". Run `phase status` to see more.");
    }
  }

  /** Returns whether the settings file was missing. */
  private boolean writeFiles() {
    Path file = project.directory().resolve(SETTINGS_FILE);
    boolean missing = !project.options().flags().containsKey("config") && !Files.exists(file);
    if (missing) {
      Skeletons.write(file, Skeletons.settings(given()));
      project.console().print("Wrote " + file + ".");
    }
    Path changes = project.settings().changes();
    if (!Files.isDirectory(changes)) {
      createDirectory(changes);
      project.console().print("Made the directory " + changes + ".");
    }
    return missing;
  }

  private static void createDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new PhaseException(
          ExitCode.INVALID,
          "The directory " + directory + " cannot be made. Make sure that you may write there.",
          e);
    }
  }

  /** What the flags say, so that the next command needs none; never a password. */
  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>(project.options().flags());
    if (given.containsKey("url")) {
      Settings settings = project.settings();
      given.put("url", settings.jdbcUrl());
      if (!settings.redactedUrl().equals(settings.jdbcUrl())) {
        given.remove("url");
      }
      String user = settings.login().getProperty("user");
      if (user != null) {
        given.put("user", user);
      }
    }
    return given;
  }
}
