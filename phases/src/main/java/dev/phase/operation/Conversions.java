package dev.phase.operation;

import dev.phase.need.Conversion;
import dev.phase.plan.Source;
import dev.phase.schema.Column;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds a user's up and down expressions to the columns that they read. */
final class Conversions {

  /** FUNC_MAX_ARGS of a stock PostgreSQL. */
  private static final int MOST_ARGUMENTS = 100;

  private final Schema schema;
  private final Site site;
  private final Optional<Identifier> parameter;

  Conversions(Schema schema, Site site) {
    this(schema, site, Optional.empty());
  }

  private Conversions(Schema schema, Site site, Optional<Identifier> parameter) {
    this.schema = schema;
    this.site = site;
    this.parameter = parameter;
  }

  /**
   * For columns that hold values of a column of another table: the same expressions convert them, and
   * call each of them by that column's name.
   */
  static Conversions as(Identifier parameter, Schema schema, Site site) {
    return new Conversions(schema, site, Optional.of(parameter));
  }

  /** What an expression calls the column that it converts. */
  SqlExpression value(Column converted) {
    return SqlExpression.column(parameter.orElse(converted.name()));
  }

  Conversion up(Table reads, Column fills, SqlExpression expression, Source source) {
    return bind("up", reads, fills, expression, source);
  }

  Conversion down(Table reads, Column fills, SqlExpression expression, Source source) {
    return bind("down", reads, fills, expression, source);
  }

  private Conversion bind(
      String direction, Table reads, Column fills, SqlExpression expression, Source source) {
    List<Column> readable =
        parameter.map(p -> List.of(reads.column(fills.name()).named(p))).orElse(reads.columns());
    List<Column> arguments =
        readable.stream().filter(c -> expression.mentions(c.name())).toList();
    if (arguments.size() > MOST_ARGUMENTS) {
      throw new SchemaException(
          "The expression for column %s reads more than %d columns."
              .formatted(fills.name(), MOST_ARGUMENTS),
          "Read fewer columns in it.");
    }
    arguments.stream()
        .filter(c -> c.kind() == Column.Kind.GENERATED)
        .findFirst()
        .ifPresent(
            generated -> {
              throw new SchemaException(
                  "The expression for column %s reads %s, which is a generated column: it has no value yet when a trigger runs."
                      .formatted(fills.name(), generated.name()),
                  "Use the columns that it is generated from.");
            });
    Conversion conversion =
        new Conversion(
            fills,
            site.function(schema, reads.key(), fills.name(), direction),
            arguments,
            named(expression, fills.type()),
            schema.catalog().isVolatile(expression),
            source);
    if (!site.afterSql()) {
      schema.catalog().tryOut(conversion.create().sql());
    }
    return conversion;
  }

  /** Where SQL cannot name the type, its values may be given as text, or by the old type's name. */
  private SqlExpression named(SqlExpression expression, SqlType type) {
    return schema.catalog().isUnnamedEnum(type)
        ? new EnumMapping(Map.of()).to(type, expression)
        : expression;
  }
}
