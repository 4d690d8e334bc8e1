package dev.phase.change;

import dev.phase.problem.Problem;
import dev.phase.problem.Problems;
import java.util.List;

/** Change files cannot be read as they stand; carries every reason. */
public final class InvalidChanges extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidChanges(List<Problem> problems) {
    super(Problems.describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
