package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;

/**
 * An index that no constraint owns.
 *
 * @param name the name in this version
 * @param physical the name in the catalog while the change is in flight
 * @param definition in physical column names
 */
public record Index(Identifier name, Identifier physical, IndexDefinition definition) {

  public Index {
    requireNonNull(name, "name is null");
    requireNonNull(physical, "physical is null");
    requireNonNull(definition, "definition is null");
  }
}
