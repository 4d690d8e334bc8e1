package dev.phase.operation;

import dev.phase.schema.Constraint;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** The names that tables, indexes, sequences and views of a schema share. */
final class Names {

  private Names() {}

  /** Refuses a name that something of this version has, or that will not be free by its contract. */
  static void requireFreeRelation(Schema schema, Table on, Identifier name) {
    boolean wanted = isIn(on, name) || isWanted(schema, name);
    boolean leftByTheTable =
        schema.catalog().base(on.key()).filter(base -> isIn(base, name)).isPresent();
    if (wanted || (schema.catalog().isTaken(name) && !leftByTheTable)) {
      refuse(schema, name);
    }
  }

  /** Refuses a name that anything of this version, or of an older one, has. */
  static void requireFreeRelation(Schema schema, Identifier name) {
    if (isWanted(schema, name) || schema.catalog().isTaken(name)) {
      refuse(schema, name);
    }
  }

  private static boolean isWanted(Schema schema, Identifier name) {
    return schema.touched().containsKey(name)
        || schema.touched().values().stream().anyMatch(t -> isIn(t, name));
  }

  private static void refuse(Schema schema, Identifier name) {
    throw new SchemaException(
        "Schema %s already has a relation %s.".formatted(schema.name(), name),
        "Choose another name; tables, indexes, sequences and views share them.");
  }

  private static boolean isIn(Table table, Identifier name) {
    return table.findIndex(name).isPresent()
        || table.findConstraint(name).filter(Constraint::hasIndex).isPresent();
  }
}
