package dev.phase.problem;

import static java.util.Objects.requireNonNull;

/**
 * A place in a file, or something that has no lines: a whole file, an environment variable, a flag.
 *
 * @param name as the user would write it, such as {@code db/changes/0007.yaml} or {@code --url}
 * @param line from 1; 0 for the whole
 * @param column from 1; 0 for the whole
 */
public record Place(String name, int line, int column) {

  public Place {
    requireNonNull(name, "name is null");
    if (line < 0 || column < 0 || (line == 0) != (column == 0)) {
      throw new IllegalArgumentException(
          "Line %d and column %d are no place.".formatted(line, column));
    }
  }

  /** The whole of it. */
  public static Place of(String name) {
    return new Place(name, 0, 0);
  }

  /** As compilers print it: {@code db/changes/0007.yaml:12:5}. */
  @Override
  public String toString() {
    return line == 0 ? name : "%s:%d:%d".formatted(name, line, column);
  }
}
