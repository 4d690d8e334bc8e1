package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;

/**
 * A constraint of a table; NOT NULL is a property of the column instead.
 *
 * @param name the name in this version
 * @param physical the name in the catalog while the change is in flight
 */
public record Constraint(Identifier name, Identifier physical, ConstraintDefinition definition) {

  public Constraint {
    requireNonNull(name, "name is null");
    requireNonNull(physical, "physical is null");
    requireNonNull(definition, "definition is null");
  }

  /** Whether it is the table's primary key. */
  public boolean isPrimaryKey() {
    return definition instanceof ConstraintDefinition.Unique unique && unique.primaryKey()
        || definition instanceof ConstraintDefinition.Opaque opaque && opaque.isPrimaryKey();
  }

  /** Whether an index of the same name belongs to it. */
  public boolean hasIndex() {
    return definition instanceof ConstraintDefinition.Unique
        || definition instanceof ConstraintDefinition.Opaque opaque && opaque.hasIndex();
  }
}
