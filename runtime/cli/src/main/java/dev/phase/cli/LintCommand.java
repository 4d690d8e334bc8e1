package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.change.InvalidChanges;
import dev.phase.engine.Engine;
import dev.phase.engine.failure.ExitCode;
import dev.phase.lint.Finding;
import dev.phase.lint.Linter;
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
      "Check every change file, without a database: what is wrong, and what is dangerous.",
      "With --url or --database, check them against it too; changes nothing.",
      "With --entities, check an application's entities against them."
    })
final class LintCommand implements Callable<Integer> {

  /** How a result is written. */
  enum Format {
    text,
    json,
    sarif
  }

  private final Project project;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, or sarif for code hosts; they stand alone on standard output")
  private Format format;

  @Option(names = "--database", description = "check against the database of the settings")
  private boolean database;

  @Mixin private EntityOptions entities;

  LintCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    List<LintFinding> findings = new ArrayList<>();
    try {
      check(findings);
    } catch (InvalidChanges invalid) {
      requireMachine(invalid);
      invalid.problems().forEach(problem -> findings.add(LintFinding.invalid(problem)));
    } catch (ChangesRejected rejected) {
      requireMachine(rejected);
      for (Problem problem : project.locate(rejected)) {
        findings.add(LintFinding.invalid(problem));
      }
    }
    new LintPrinter(project.console())
        .print(format, project.versions().changeIds().size(), findings);
    boolean failed = false;
    for (LintFinding finding : findings) {
      failed |= finding.isError();
    }
    return (failed ? ExitCode.INVALID : ExitCode.OK).code();
  }

  private void check(List<LintFinding> findings) {
    List<ChangeFile> files = project.files();
    for (Finding finding : Linter.lint(files)) {
      findings.add(LintFinding.of(finding));
    }
    findings.addAll(new EntityLint(project, entities).findings());
    if (database || project.options().hasUrl()) {
      try (Engine engine = project.connect(project.workLog())) {
        engine.inspection().preview(files);
        for (Problem problem : project.locate(engine.inspection().warnings(files))) {
          findings.add(LintFinding.warning("round-trip-rows", problem));
        }
      }
    }
  }

  /** For people, what is invalid is reported as every command does. */
  private <E extends RuntimeException> void requireMachine(E invalid) {
    if (format == Format.text) {
      throw invalid;
    }
  }
}
