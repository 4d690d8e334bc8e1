package dev.phase.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects problems, so that all are reported at once. Not thread-safe. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /**
   * @param what one sentence: what is wrong
   * @param remedy one sentence: what to do
   */
  public void add(Place place, String what, String remedy) {
    add(new Problem(place, what, remedy));
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order in which they were found, each once. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** Throws what the function makes of the problems, where there are any. */
  public <X extends RuntimeException> void throwIfAny(Function<List<Problem>, X> exception) {
    if (!found.isEmpty()) {
      throw exception.apply(list());
    }
  }

  /** One problem a line. */
  @Override
  public String toString() {
    return describe(list());
  }

  /** One problem a line. */
  public static String describe(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
