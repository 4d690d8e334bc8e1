package dev.phase.problem;

import static java.util.Objects.requireNonNull;

/**
 * Something that a user has to correct.
 *
 * @param what one sentence: what is wrong
 * @param remedy one sentence: what to do
 */
public record Problem(Place place, String what, String remedy) {

  public Problem {
    requireNonNull(place, "place is null");
    requireNonNull(what, "what is null");
    requireNonNull(remedy, "remedy is null");
  }

  /** One line: {@code db/changes/0007.yaml:12:5: What is wrong. What to do.} */
  @Override
  public String toString() {
    return "%s: %s %s".formatted(place, what, remedy);
  }
}
