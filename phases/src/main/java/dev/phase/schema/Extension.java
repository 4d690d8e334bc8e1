package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;

/** An extension that is installed in the database. */
public record Extension(Identifier name, Identifier schema, String version) {

  public Extension {
    requireNonNull(name, "name is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(version, "version is null");
  }
}
