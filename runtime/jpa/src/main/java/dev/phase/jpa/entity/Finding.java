package dev.phase.jpa.entity;

import static java.util.Objects.requireNonNull;

/**
 * Something in which entities and a version differ.
 *
 * @param entity the class; empty where it is about the application as a whole
 * @param field the way from the class to the field; empty where it is about the whole class
 * @param table as the entity names it; empty where there is none
 * @param column likewise
 * @param problem one sentence: what is wrong
 * @param remedy one sentence: what to do
 */
public record Finding(
    Kind kind,
    String entity,
    String field,
    String table,
    String column,
    String problem,
    String remedy) {

  /** What the difference is about. */
  public enum Kind {
    SCHEMA_BYPASS,
    MISSING_TABLE,
    MISSING_COLUMN,
    UNMAPPED_COLUMN,
    TYPE,
    LENGTH,
    NULLABILITY,
    SEQUENCE,
    CACHE_REGION
  }

  public Finding {
    requireNonNull(kind, "kind is null");
    requireNonNull(entity, "entity is null");
    requireNonNull(field, "field is null");
    requireNonNull(table, "table is null");
    requireNonNull(column, "column is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(remedy, "remedy is null");
  }

  static Finding of(Kind kind, MappedTable table, String problem, String remedy) {
    return new Finding(
        kind, table.entity(), "", table.name().value(), "", problem, remedy);
  }

  static Finding of(
      Kind kind, MappedTable table, MappedColumn column, String problem, String remedy) {
    return new Finding(
        kind,
        column.entity(),
        column.field(),
        table.name().value(),
        column.name().value(),
        problem,
        remedy);
  }

  /** Where, and the two sentences. */
  @Override
  public String toString() {
    String place = field.isEmpty() ? entity : entity + "." + field;
    return place.isEmpty()
        ? "%s %s".formatted(problem, remedy)
        : "%s: %s %s".formatted(place, problem, remedy);
  }
}
