package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.HashSet;
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

  /** The kind that tells that the table is partitioned. */
  private static final String PARTITION_KEY = "partition key";

  /** The kind that tells that views would not respect the table's policies. */
  private static final String UNSEEN_POLICIES = "row-level security";

  private static final String STATISTICS = "statistics object";

  private static final Set<String> OF_THE_TABLE =
      Set.of(
          PARTITION_KEY,
          UNSEEN_POLICIES,
          "column privilege",
          "column setting",
          "foreign table",
          "index of a partitioned table",
          "inherited constraint",
          "AFTER trigger",
          "generated column",
          "policy",
          "publication",
          "replica identity",
          "sequence",
          STATISTICS,
          "trigger",
          "type of the table",
          "unlogged table");

  private static final Set<String> TEMPLATES =
      Set.of("parent table", "partitioned table", "type of the table");

  private static final Set<String> CARRIED =
      Set.of(
          "AFTER trigger",
          "column privilege",
          "column setting",
          "policy",
          "replica identity",
          STATISTICS,
          "view");

  private static final Set<String> OF_THE_COLUMN =
      Set.of("column privilege", "column setting", STATISTICS);

  /** The kind of a default that draws from the sequence of a serial column. */
  private static final String DEFAULT = "default from its sequence";

  /** What PostgreSQL takes along when a column gets another type where it stands. */
  private static final Set<String> BEARING_ANOTHER_TYPE =
      Set.of(
          UNSEEN_POLICIES,
          "column privilege",
          "column setting",
          DEFAULT,
          "default from its identity",
          "foreign key",
          "replica identity",
          "sequence",
          "statistics object",
          "unlogged table");

  /** The kind of a foreign key of another table. */
  public static final String FOREIGN_KEY = "foreign key";

  /** Whether it tells that the table is partitioned. */
  boolean isPartitionKey() {
    return kind.equals(PARTITION_KEY);
  }

  /** Whether it tells that views would not respect the table's policies, as before PostgreSQL 15. */
  boolean isUnseenPolicies() {
    return kind.equals(UNSEEN_POLICIES);
  }

  /** Whether it is a key of another table that points here. */
  public boolean isForeignKey() {
    return kind.equals(FOREIGN_KEY);
  }

  /** Whether it is extended statistics, which are empty when they are new. */
  public boolean isStatistics() {
    return kind.equals(STATISTICS);
  }

  /** Whether it is what the table has some of its columns from. */
  public boolean isTemplate() {
    return TEMPLATES.contains(kind);
  }

  /** Whether it is an index that identifies rows for subscribers, so that its columns are NOT NULL. */
  public boolean isReplicaIdentity() {
    return kind.equals("replica identity");
  }

  /** Whether a shadow gets it when it takes the column's place. */
  public boolean isCarried() {
    return CARRIED.contains(kind);
  }

  /** Whether it is lost with the column, and nothing else is. */
  public boolean goesWithColumn() {
    return OF_THE_COLUMN.contains(kind);
  }

  /** The same, which will come over to a shadow of one of its columns. */
  Dependent withHeir(Identifier original, Identifier shadow) {
    if (!isCarried() || !columns.contains(original)) {
      return this;
    }
    Set<Identifier> all = new HashSet<>(columns);
    all.add(shadow);
    return new Dependent(kind, name, all);
  }

  /** Whether its columns may get another type where they stand. */
  public boolean bearsAnotherType() {
    return BEARING_ANOTHER_TYPE.contains(kind);
  }

  /** Whether it is a sequence that a column owns. */
  public boolean isSequence() {
    return kind.equals("sequence");
  }

  /** Whether it goes on where the sequence gets another owner. */
  public boolean followsSequence() {
    return isSequence() || kind.equals(DEFAULT);
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
