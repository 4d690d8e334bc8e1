package dev.phase.planning;

import java.util.List;
import java.util.stream.Collectors;

/** The changes cannot be applied to this schema; carries every reason. */
public final class ChangesRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ChangesRejected(List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> "%s: %s %s".formatted(p.source(), p.what(), p.remedy()))
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
