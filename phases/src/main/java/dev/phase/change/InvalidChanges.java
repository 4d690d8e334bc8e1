package dev.phase.change;

import dev.phase.problem.Problem;
import dev.phase.problem.Problems;
import java.util.List;

/** Change files cannot be read as they stand; carries every reason. */
public final class InvalidChanges extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final boolean onlyDuplicates;

  InvalidChanges(List<Problem> problems, boolean onlyDuplicates) {
    super(Problems.describe(problems));
    this.problems = List.copyOf(problems);
    this.onlyDuplicates = onlyDuplicates;
  }

  /** Whether nothing is wrong with any file but that another one has its name. */
  public boolean onlyDuplicates() {
    return onlyDuplicates;
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}
