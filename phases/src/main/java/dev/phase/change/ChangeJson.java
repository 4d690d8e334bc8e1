package dev.phase.change;

import dev.phase.yaml.CanonicalJson;

/** A change as JSON: the keys and the kinds of its file, without its name. */
public final class ChangeJson {

  private ChangeJson() {}

  /** The same text for changes that say the same. */
  public static String write(Change change) {
    return CanonicalJson.write(ChangeBody.of(change));
  }

  /**
   * The change that was written.
   *
   * @throws IllegalArgumentException where the text does not describe one
   */
  public static Change read(String id, String json) {
    return CanonicalJson.read(json, ChangeBody.class).named(id);
  }
}
