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

  private static final Set<String> OF_THE_TABLE =
      Set.of(
          "column privilege",
          "column setting",
          "generated column",
          "partition key",
          "policy",
          "publication",
          "replica identity",
          "row-level security",
          "sequence",
          "statistics object",
          "trigger",
          "type of the table",
          "unlogged table");

  /** The kind of a foreign key of another table. */
  public static final String FOREIGN_KEY = "foreign key";

  /** Whether it is a key of another table that points here. */
  public boolean isForeignKey() {
    return kind.equals(FOREIGN_KEY);
  }

  /** Whether it is the table's own, so that it goes when the table is dropped. */
  public boolean goesWithTable() {
    return OF_THE_TABLE.contains(kind);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
