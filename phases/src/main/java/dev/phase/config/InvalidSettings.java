package dev.phase.config;

import dev.phase.problem.Problem;
import dev.phase.problem.Problems;
import java.util.List;

/** Settings that cannot be used as they stand; carries every reason. */
public final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidSettings(List<Problem> problems) {
    super(Problems.describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
