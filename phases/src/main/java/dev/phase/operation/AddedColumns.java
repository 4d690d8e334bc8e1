package dev.phase.operation;

import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.sql.SqlExpression;

/** Refuses physical columns that cannot be added without writing to every row. */
final class AddedColumns {

  private static final SqlExpression NOTHING = new SqlExpression("NULL");

  private AddedColumns() {}

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
