package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.Set;

/**
 * An object that uses columns of a table and that Phase does not make again on a shadow column: a
 * view, a policy, a generated column, a key of another table.
 *
 * @param kind as PostgreSQL calls it, such as {@code view} or {@code policy}
 * @param name for messages, qualified where it has a schema
 * @param columns physical names
 */
public record Dependent(String kind, String name, Set<Identifier> columns) {

  public Dependent {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    columns = Set.copyOf(columns);
  }

  /** The kind of a foreign key of another table. */
  public static final String FOREIGN_KEY = "foreign key";

  /** Whether it is a key of another table that points here. */
  public boolean isForeignKey() {
    return kind.equals(FOREIGN_KEY);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
