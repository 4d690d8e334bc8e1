package dev.phase.window;

import dev.phase.sql.Identifier;

/** How the schema is named in which a version's views stand. */
public final class VersionSchema {

  private VersionSchema() {}

  /** The base schema's name, and the version's. */
  public static Identifier name(Identifier base, String version) {
    return Identifier.of(base.value() + "_" + version);
  }
}
