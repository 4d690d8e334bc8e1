package dev.phase.operation;

import dev.phase.schema.Table;
import dev.phase.sql.Identifier;

/** The column that a sequence belongs to. */
public record OwnerSpec(Identifier table, Identifier column) {

  /** Where the column is kept while the change is in flight. */
  Identifier physical(Table on) {
    return on.column(column).physical();
  }
}
