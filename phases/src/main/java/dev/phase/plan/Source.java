package dev.phase.plan;

import static java.util.Objects.requireNonNull;

/**
 * Where in the change files a statement comes from.
 *
 * @param change the change's id
 * @param path the way to the value, such as {@code operations[0].add_column.up}
 */
public record Source(String change, String path) {

  public Source {
    requireNonNull(change, "change is null");
    requireNonNull(path, "path is null");
  }

  /** One step further down. */
  public Source child(String field) {
    return new Source(change, path + "." + field);
  }

  @Override
  public String toString() {
    return change + ", " + path;
  }
}
