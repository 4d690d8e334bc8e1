package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything of an index but its name and table. Column names are physical ones where the index
 * exists or is to be built, logical ones where a user wrote it.
 */
public record IndexDefinition(
    boolean unique,
    boolean nullsNotDistinct,
    Identifier method,
    List<Key> keys,
    List<Identifier> include,
    Optional<SqlExpression> where,
    Map<String, String> with,
    Optional<Identifier> tablespace) {

  public IndexDefinition {
    requireNonNull(method, "method is null");
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    requireNonNull(where, "where is null");
    with = Collections.unmodifiableMap(new TreeMap<>(with));
    requireNonNull(tablespace, "tablespace is null");
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("An index needs at least one key.");
    }
  }

  /**
   * One key: a column or an expression, never both.
   *
   * @param collation as {@code regcollation} prints it; absent means the column's own
   * @param operatorClass with its parameters, as {@code regopclass}-style text; absent means the
   *     type's default
   */
  public record Key(
      Optional<Identifier> column,
      Optional<SqlExpression> expression,
      Optional<String> collation,
      Optional<String> operatorClass,
      boolean descending,
      boolean nullsFirst) {

    public Key {
      if (column.isPresent() == expression.isPresent()) {
        throw new IllegalArgumentException("A key is either a column or an expression.");
      }
    }

    public static Key of(Identifier column) {
      return new Key(
          Optional.of(column), Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }
  }

  /** The primary key that it can become. */
  public ConstraintDefinition primaryKey() {
    return new ConstraintDefinition.Unique(
        true,
        keys.stream().flatMap(key -> key.column().stream()).toList(),
        include,
        nullsNotDistinct,
        ConstraintDefinition.Deferral.NOT_DEFERRABLE);
  }

  /** Whether any key, included column or predicate mentions the column. */
  public boolean mentions(Identifier column) {
    return include.contains(column)
        || where.filter(w -> w.mentions(column)).isPresent()
        || keys.stream().anyMatch(key -> mentions(key, column));
  }

  /** Whether it is more than a list of columns, so that only PostgreSQL can rename its columns. */
  public boolean hasExpressions() {
    return where.isPresent() || keys.stream().anyMatch(key -> key.expression().isPresent());
  }

  private static boolean mentions(Key key, Identifier column) {
    return key.column().filter(column::equals).isPresent()
        || key.expression().filter(e -> e.mentions(column)).isPresent();
  }
}
