package dev.phase.cli;

import dev.phase.lint.Finding;
import dev.phase.problem.Problem;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding; an entry of {@code phase lint -o json}.
 *
 * @param rule the rule's id; {@code invalid} where the file cannot be applied
 * @param severity error or warning
 * @param line from 1; 0 where it is not about one
 * @param entity what of an application it is about; absent where it is about a change file
 */
record LintFinding(
    String rule,
    String severity,
    String file,
    int line,
    int column,
    String what,
    String remedy,
    Optional<Entity> entity) {

  /** A class of an application's, with a field, table and column where it is about them. */
  record Entity(String name, String field, String table, String column) {

    /** As Java programmers write it. */
    String place() {
      return field.isEmpty() ? name : name + "." + field;
    }
  }

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

  /** Something in which an entity differs from the version. */
  static LintFinding of(String file, dev.phase.jpa.entity.Finding finding) {
    return new LintFinding(
        "entity-" + finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        ERROR,
        file,
        0,
        0,
        finding.problem(),
        finding.remedy(),
        Optional.of(
            new Entity(finding.entity(), finding.field(), finding.table(), finding.column())));
  }

  private static LintFinding of(String rule, String severity, Problem problem) {
    return new LintFinding(
        rule,
        severity,
        problem.place().name(),
        problem.place().line(),
        problem.place().column(),
        problem.what(),
        problem.remedy(),
        Optional.empty());
  }

  boolean isError() {
    return severity.equals(ERROR);
  }

  /** As compilers print it. */
  String place() {
    String name = entity.map(Entity::place).orElse("");
    if (!name.isEmpty()) {
      return name;
    }
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
