package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Renaming;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what stands in the way of taking a column's place, so that it is refused before it starts. */
record Removal(Schema schema, Table table, Column column, Heir heir) {

  /** What comes into the column's place. */
  enum Heir {
    /** Nothing. */
    NONE,
    /** A shadow, which gets the column's place in its keys, and its sequence. */
    SHADOW,
    /** One that the foreign keys that point to the column get new targets in, too. */
    REFERENCED_SHADOW;

    boolean carries(Dependent dependent) {
      return switch (this) {
        case NONE -> false;
        case SHADOW -> dependent.followsSequence();
        case REFERENCED_SHADOW -> dependent.followsSequence() || dependent.isForeignKey();
      };
    }
  }

  static Removal of(Schema schema, Table table, Column column) {
    return of(schema, table, column, Heir.NONE);
  }

  static Removal of(Schema schema, Table table, Column column, Heir heir) {
    return new Removal(schema, table, column, heir);
  }

  /**
   * @param verb what is to be done to the column, for the message
   * @param unlessIt which of the table's dependents do not mind
   */
  void require(String verb, Predicate<Dependent> unlessIt) {
    switch (column.kind()) {
      case IDENTITY -> {
        if (heir == Heir.NONE) {
          refuse(verb, "it is an identity column");
        }
      }
      case GENERATED -> refuse(verb, "it is a generated column");
      case PLAIN -> {}
    }
    for (Constraint constraint : table.constraints()) {
      if (!constraint.definition().columns().contains(column.physical())) {
        continue;
      }
      if (heir == Heir.NONE
          && constraint.definition() instanceof ConstraintDefinition.Unique unique
          && unique.primaryKey()) {
        refuse(verb, "it is part of the primary key " + constraint.name());
      }
      if (constraint.definition() instanceof ConstraintDefinition.Opaque opaque) {
        refuse(verb, "%s constraint %s uses it".formatted(opaque.kind(), constraint.name()));
      }
    }
    for (Dependent dependent : table.dependents()) {
      if (dependent.columns().contains(column.physical())
          && !dependent.isTemplate()
          && !heir.carries(dependent)
          && !unlessIt.test(dependent)) {
        refuse(verb, dependent + " uses it");
      }
    }
    if (heir != Heir.REFERENCED_SHADOW) {
      for (String key : schema.referring(table.key(), Set.of(column.physical()))) {
        refuse(verb, key + " uses it");
      }
    }
  }

  /** The table without the column and what stands on it. */
  Table without(long position) {
    return table
        .withColumns(Table.minus(table.columns(), column), position)
        .withIndexes(table.indexes().stream().filter(i -> !stands(i.definition())).toList())
        .withConstraints(
            table.constraints().stream()
                .filter(c -> !c.definition().columns().contains(column.physical()))
                .toList());
  }

  /** Whether the index stands on the column: the word in its expression may be a type or a function. */
  boolean stands(IndexDefinition index) {
    Identifier physical = column.physical();
    if (!index.mentions(physical) || !index.hasExpressions()) {
      return index.mentions(physical);
    }
    Identifier other = GeneratedName.of(physical.value(), "gone");
    return schema
        .catalog()
        .rename(index, new Renaming(table.physicalColumns(), Map.of(physical, other)))
        .mentions(other);
  }

  private void refuse(String verb, String reason) {
    throw new SchemaException(
        "Cannot %s column %s of table %s: %s.".formatted(verb, column.name(), table.name(), reason),
        "Drop or change that first, in a change of its own.");
  }
}
