package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.change.InvalidChanges;
import dev.phase.engine.Engine;
import dev.phase.engine.failure.ExitCode;
import dev.phase.planning.ChangesRejected;
import dev.phase.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "lint",
    description = {
      "Check every change file, without a database.",
      "With --url or --database, check them against it too; changes nothing."
    })
final class LintCommand implements Callable<Integer> {

  /** The whole of {@code phase lint -o json}. */
  record Document(int files, List<Finding> problems) {}

  /**
   * A problem.
   *
   * @param line from 1; 0 where it is not about one
   */
  record Finding(String file, int line, int column, String what, String remedy) {}

  private final Project project;

  @Mixin private OutputOption output;

  @Option(names = "--database", description = "check against the database of the settings")
  private boolean database;

  LintCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    if (!output.isJson()) {
      int count = check();
      project.console().print(Words.count(count, "file") + ", no problems");
      return ExitCode.OK.code();
    }
    List<Problem> problems = List.of();
    try {
      check();
    } catch (InvalidChanges invalid) {
      problems = invalid.problems();
    } catch (ChangesRejected rejected) {
      problems = project.locate(rejected);
    }
    print(problems);
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.INVALID).code();
  }

  private int check() {
    List<ChangeFile> files = project.files();
    if (database || project.options().hasUrl()) {
      try (Engine engine = project.connect(project.workLog())) {
        engine.preview(files);
      }
    }
    return files.size();
  }

  private void print(List<Problem> problems) {
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : problems) {
      findings.add(
          new Finding(
              problem.place().name(),
              problem.place().line(),
              problem.place().column(),
              problem.what(),
              problem.remedy()));
    }
    int files = project.versions().changeIds().size();
    project.console().print(Json.of(new Document(files, findings)));
  }
}
