package dev.phase.yaml;

import dev.phase.problem.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where each value of a file stood, by its path, such as {@code operations[0].add_column.up}. */
public final class Positions {

  /** Of a file that was not read. */
  public static final Positions NONE = new Positions(Map.of());

  private final Map<String, Place> places;

  Positions(Map<String, Place> places) {
    this.places = new HashMap<>(places);
  }

  /** Where the value is; absent where the file does not hold it. */
  public Optional<Place> find(String path) {
    return Optional.ofNullable(places.get(path));
  }

  /** Where the value is, or else the nearest one that it would stand in; the file's start at worst. */
  public Optional<Place> nearest(String path) {
    String at = path;
    while (!at.isEmpty() && !places.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return find(at);
  }
}
