package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table as one version sees it, in that version's order of columns.
 *
 * @param touchedAt the position of the newest operation that made this shape differ from what was
 *     there before; 0 where none did
 */
public record Table(
    Identifier name,
    TableKey key,
    List<Column> columns,
    List<Index> indexes,
    List<Constraint> constraints,
    List<Dependent> dependents,
    Optional<String> comment,
    long touchedAt) {

  public Table {
    requireNonNull(name, "name is null");
    requireNonNull(key, "key is null");
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    dependents = List.copyOf(dependents);
    requireNonNull(comment, "comment is null");
  }

  public Optional<Column> find(Identifier column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** The column of this name. */
  public Column column(Identifier column) {
    return find(column)
        .orElseThrow(
            () ->
                new SchemaException(
                    "Table %s has no column %s.".formatted(name, column),
                    "Correct the name; it has %s.".formatted(names(columns))));
  }

  public Optional<Index> findIndex(Identifier index) {
    return indexes.stream().filter(i -> i.name().equals(index)).findFirst();
  }

  public Optional<Constraint> findConstraint(Identifier constraint) {
    return constraints.stream().filter(c -> c.name().equals(constraint)).findFirst();
  }

  /** The constraint of this name. */
  public Constraint constraint(Identifier constraint) {
    return findConstraint(constraint)
        .orElseThrow(
            () ->
                new SchemaException(
                    "Table %s has no constraint %s.".formatted(name, constraint),
                    "Correct the name, or remove the operation."));
  }

  /** The constraint that is the primary key. */
  public Optional<Constraint> findPrimaryKey() {
    return constraints.stream().filter(Constraint::isPrimaryKey).findFirst();
  }

  /** The primary key's columns, in its order; empty where the table has none. */
  public List<Column> primaryKey() {
    return findPrimaryKey().stream()
        .map(Constraint::definition)
        .flatMap(d -> d instanceof ConstraintDefinition.Unique u ? Stream.of(u) : Stream.empty())
        .flatMap(u -> u.keys().stream())
        .map(this::holder)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The first of this kind that uses the table, or that tells what the table is. */
  public Optional<Dependent> dependent(String kind) {
    return dependents.stream().filter(d -> d.kind().equals(kind)).findFirst();
  }

  public boolean isPartitioned() {
    return dependents.stream().anyMatch(Dependent::isPartitionKey);
  }

  /** Refuses what needs a concurrent index build, which partitioned tables do not have. */
  public void requireConcurrentIndexes() {
    if (isPartitioned()) {
      throw new SchemaException(
          "Table %s is partitioned, and PostgreSQL cannot build an index on it concurrently."
              .formatted(name),
          "Build it on each partition with `sql` operations, and attach it to one on the table.");
    }
  }

  /** Refuses a view over a table whose policies the view would not respect. */
  public void requireViewable() {
    if (dependents.stream().anyMatch(Dependent::isUnseenPolicies)) {
      throw new SchemaException(
          "Table %s has row-level security, and views on this server would not respect it."
              .formatted(name),
          "Upgrade to PostgreSQL 15 or newer, where they do.");
    }
  }

  /** The other tables that foreign keys of these columns point to; physical names. */
  public List<TableKey> referencedBy(Set<Identifier> physical) {
    return constraints.stream()
        .map(Constraint::definition)
        .filter(ConstraintDefinition.ForeignKey.class::isInstance)
        .map(ConstraintDefinition.ForeignKey.class::cast)
        .filter(foreign -> foreign.keys().stream().anyMatch(physical::contains))
        .map(ConstraintDefinition.ForeignKey::references)
        .filter(target -> !target.equals(key))
        .distinct()
        .toList();
  }

  /** The column that is kept in this physical column. */
  public Optional<Column> holder(Identifier physical) {
    return columns.stream().filter(c -> c.physical().equals(physical)).findFirst();
  }

  /** The columns under their physical names, as definitions in the catalog name them. */
  public List<Column> physicalColumns() {
    return columns.stream().map(c -> c.named(c.physical())).toList();
  }

  public Table named(Identifier newName, long position) {
    return new Table(
        newName, key, columns, indexes, constraints, dependents, comment, position);
  }

  public Table withColumns(List<Column> newColumns, long position) {
    return new Table(
        name, key, newColumns, indexes, constraints, dependents, comment, position);
  }

  /** The same table with one type in the place of another. */
  public Table replacing(SqlType type, SqlType by) {
    return withColumns(
        columns.stream().map(c -> c.typed(c.type().replacing(type, by))).toList(), touchedAt);
  }

  /** The same table with one column in another's place. */
  public Table replacing(Column old, Column replacement, long position) {
    return withColumns(
        columns.stream().map(c -> c.equals(old) ? replacement : c).toList(), position);
  }

  public Table withKey(TableKey newKey) {
    return new Table(
        name, newKey, columns, indexes, constraints, dependents, comment, touchedAt);
  }

  public Table withIndexes(List<Index> newIndexes) {
    return new Table(
        name, key, columns, newIndexes, constraints, dependents, comment, touchedAt);
  }

  public Table withConstraints(List<Constraint> newConstraints) {
    return new Table(
        name, key, columns, indexes, newConstraints, dependents, comment, touchedAt);
  }

  /** The same table, where what hangs on a column will come over to its shadow. */
  public Table withHeir(Identifier original, Identifier shadow) {
    return new Table(
        name,
        key,
        columns,
        indexes,
        constraints,
        dependents.stream().map(d -> d.withHeir(original, shadow)).toList(),
        comment,
        touchedAt);
  }

  public Table withComment(Optional<String> newComment) {
    return new Table(
        name, key, columns, indexes, constraints, dependents, newComment, touchedAt);
  }

  /** The list with one more at its end. */
  public static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  /** The list without the element. */
  public static <T> List<T> minus(List<T> list, T element) {
    return list.stream().filter(e -> !e.equals(element)).toList();
  }

  private static String names(List<Column> columns) {
    return String.join(", ", columns.stream().map(c -> c.name().value()).toList());
  }
}
