package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;

/** Refuses physical columns that cannot be added without writing to every row. */
final class AddedColumns {

  private static final SqlExpression NOTHING = new SqlExpression("NULL");

  private AddedColumns() {}

  /** Refuses the name of a column that is there, though its version does not know it as such. */
  static void requireFree(Schema schema, Table on, Identifier physical) {
    if (schema.catalog().base(on.key()).flatMap(base -> base.find(physical)).isPresent()) {
      throw new SchemaException(
          "Table %s already has a column %s, a name that Phase keeps for itself."
              .formatted(on.name(), physical),
          "Rename that column in an earlier change.");
    }
  }

  /** A column of a domain with a constraint is checked, and so written, in every row. */
  static void requireInstant(Schema schema, Column added) {
    if (!schema.catalog().addsInstantly(added.type(), NOTHING)) {
      throw new SchemaException(
          "Adding column %s of type %s would rewrite the table while nobody can read it."
              .formatted(added.name(), added.type()),
          "Use the type's base type with a check constraint.");
    }
  }
}
