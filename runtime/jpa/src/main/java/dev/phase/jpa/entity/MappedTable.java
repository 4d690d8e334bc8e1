package dev.phase.jpa.entity;

import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A table as entities want it.
 *
 * @param entity the class that it belongs to
 * @param schema where the mapping names one, which goes past the search_path
 * @param written whether the application inserts rows
 */
record MappedTable(
    String entity,
    Optional<String> schema,
    Identifier name,
    boolean written,
    List<MappedColumn> columns) {

  MappedTable {
    columns = List.copyOf(columns);
  }

  boolean has(Identifier column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }
}
