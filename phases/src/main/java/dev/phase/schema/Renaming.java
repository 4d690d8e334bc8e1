package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition is to call the columns of its table, and perhaps an enum type, instead.
 *
 * @param columns the table's columns under the names that the definition uses
 * @param names from those names to the wanted ones
 * @param change an enum type that takes the place of the one in the definition
 */
public record Renaming(
    List<Column> columns, Map<Identifier, Identifier> names, Optional<EnumChange> change) {

  public Renaming {
    columns = List.copyOf(columns);
    names = Map.copyOf(names);
    requireNonNull(change, "change is null");
  }

  /** Of columns alone. */
  public Renaming(List<Column> columns, Map<Identifier, Identifier> names) {
    this(columns, names, Optional.empty());
  }

  /** Renames nothing: the definition is only tried out on these columns. */
  public static Renaming none(List<Column> columns) {
    return new Renaming(columns, Map.of());
  }
}
