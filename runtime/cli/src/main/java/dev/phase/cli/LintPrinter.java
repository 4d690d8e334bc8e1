package dev.phase.cli;

import java.util.List;

/** Shows what lint has found. */
final class LintPrinter {

  /** The whole of {@code phase lint -o json}. */
  record Document(int files, List<LintFinding> findings) {}

  private final Console console;

  LintPrinter(Console console) {
    this.console = console;
  }

  void print(LintCommand.Format format, int files, List<LintFinding> findings) {
    switch (format) {
      case json -> console.print(Json.of(new Document(files, findings)));
      case sarif -> console.print(Json.of(Sarif.of(findings)));
      case text -> print(files, findings);
    }
  }

  private void print(int files, List<LintFinding> findings) {
    int errors = 0;
    for (LintFinding finding : findings) {
      errors += finding.isError() ? 1 : 0;
      console.print(
          finding.place() + ": " + finding.severity() + ": " + finding.what() + " "
              + finding.remedy() + console.faint(" [" + finding.rule() + "]"));
    }
    console.print(
        Words.count(files, "file") + ", "
            + (findings.isEmpty()
                ? "no problems"
                : Words.count(errors, "error") + ", "
                    + Words.count(findings.size() - errors, "warning")));
  }
}
