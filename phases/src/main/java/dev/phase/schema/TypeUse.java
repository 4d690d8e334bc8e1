package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.Optional;
import java.util.Set;

/**
 * Something that needs a type.
 *
 * @param what in PostgreSQL's words, such as {@code column mood of table people}
 * @param table the base table that it is part of; absent for anything else
 * @param columns of that table, on which it stands
 */
public record TypeUse(String what, Optional<Identifier> table, Set<Identifier> columns) {

  public TypeUse {
    requireNonNull(what, "what is null");
    requireNonNull(table, "table is null");
    columns = Set.copyOf(columns);
  }
}
