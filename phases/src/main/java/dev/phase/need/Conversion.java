package dev.phase.need;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import java.util.List;

/**
 * How one column's value is made from others of the same row. The user's expression is the body of a
 * SQL function; its parameters are the logical columns that the expression mentions.
 *
 * @param target the column that it fills; by its physical name where the triggers write
 * @param arguments the columns that the expression may read, each with its logical name and the
 *     physical column that holds it
 * @param isVolatile whether it may give another value each time
 */
public record Conversion(
    Column target,
    QualifiedName function,
    List<Column> arguments,
    SqlExpression expression,
    boolean isVolatile,
    Source source) {

  public Conversion {
    requireNonNull(target, "target is null");
    requireNonNull(function, "function is null");
    arguments = List.copyOf(arguments);
    requireNonNull(expression, "expression is null");
    requireNonNull(source, "source is null");
  }

  /** Whether the value depends on this physical column. */
  public boolean reads(Identifier physical) {
    return arguments.stream().anyMatch(a -> a.physical().equals(physical));
  }

  /**
   * The function. Its body is parsed once, now ({@code RETURN}, PostgreSQL 14), so it means the same
   * under any search_path; it is VOLATILE by declaration, which never keeps the planner from
   * inlining it.
   */
  public Statement create() {
    return Statement.of(
            Sql.of(
                "CREATE FUNCTION %s (%s) RETURNS %s LANGUAGE sql RETURN %s",
                function,
                Sql.list(arguments.stream().map(a -> Sql.of("%s %s", a.name(), a.type())).toList()),
                target.type(),
                expression))
        .from(source);
  }

  Statement drop() {
    return Statement.of(Sql.of("DROP FUNCTION IF EXISTS %s", function));
  }

  /** A call of the function with these values for its arguments, in their order. */
  public Sql call(List<Sql> values) {
    return Sql.of("%s(%s)", function, Sql.list(values));
  }
}
