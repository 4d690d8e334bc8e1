package dev.phase.cli;

import dev.phase.lint.Finding;
import dev.phase.problem.Problem;
import java.util.Locale;

/**
 * A finding; an entry of {@code phase lint -o json}.
 *
 * @param rule the rule's id; {@code invalid} where the file cannot be applied
 * @param severity error or warning
 * @param line from 1; 0 where it is not about one
 */
record LintFinding(
    String rule,
    String severity,
    String file,
    int line,
    int column,
    String what,
    String remedy) {

  private static final String ERROR = "error";

  static LintFinding of(Finding finding) {
    return of(
        finding.rule(), finding.severity().name().toLowerCase(Locale.ROOT), finding.problem());
  }

  static LintFinding invalid(Problem problem) {
    return of("invalid", ERROR, problem);
  }

  /** What only the database tells. */
  static LintFinding warning(String rule, Problem problem) {
    return of(rule, "warning", problem);
  }

  private static LintFinding of(String rule, String severity, Problem problem) {
    return new LintFinding(
        rule,
        severity,
        problem.place().name(),
        problem.place().line(),
        problem.place().column(),
        problem.what(),
        problem.remedy());
  }

  boolean isError() {
    return severity.equals(ERROR);
  }

  /** As compilers print it. */
  String place() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
