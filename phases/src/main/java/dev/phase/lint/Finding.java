package dev.phase.lint;

import static java.util.Objects.requireNonNull;

import dev.phase.problem.Place;
import dev.phase.problem.Problem;

/**
 * Something that a rule warns of.
 *
 * @param rule the rule's id, such as {@code index-not-concurrent}
 * @param problem where, what, and what to do instead
 */
public record Finding(String rule, Severity severity, Problem problem) {

  public Finding {
    requireNonNull(rule, "rule is null");
    requireNonNull(severity, "severity is null");
    requireNonNull(problem, "problem is null");
  }

  public Place place() {
    return problem.place();
  }
}
