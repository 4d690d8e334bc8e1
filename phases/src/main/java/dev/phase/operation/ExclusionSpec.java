package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * No two rows for which all these comparisons are true.
 *
 * @param using the index method; {@code gist} where it is absent
 * @param where the rows that it is about; all where it is absent
 */
public record ExclusionSpec(
    Optional<Identifier> using,
    @JsonProperty(required = true) List<Element> elements,
    Optional<SqlExpression> where) {

  public ExclusionSpec {
    elements = List.copyOf(elements);
  }

  /**
   * What is compared.
   *
   * @param with the operator, such as {@code =} or {@code &&}
   * @param operatorClass SQL text, such as {@code gist_int4_ops}
   */
  public record Element(
      Optional<Identifier> column,
      Optional<SqlExpression> expression,
      String with,
      Optional<String> operatorClass) {

    public Element {
      if (column.isPresent() == expression.isPresent()) {
        throw new IllegalArgumentException(
            "An element of an exclusion is either a column or an expression.");
      }
    }

    private Sql sql() {
      return Sql.of(
          "%s%s WITH %s",
          column.map(c -> Sql.of("%s", c)).orElseGet(() -> Sql.of("%s", expression.get())),
          new Sql(operatorClass.map(" "::concat).orElse("")),
          new Sql(with));
    }

    private boolean mentions(Identifier name) {
      return column.filter(name::equals).isPresent()
          || expression.filter(e -> e.mentions(name)).isPresent();
    }
  }

  /** On a table that the same version makes, whose columns still have the names they were given. */
  ConstraintDefinition on(Table table, Deferral deferral) {
    elements.forEach(element -> element.column().ifPresent(table::column));
    List<Column> mentioned = table.columns().stream().filter(mentions()).toList();
    mentioned.stream()
        .filter(c -> !c.physical().equals(c.name()))
        .findFirst()
        .ifPresent(
            renamed -> {
              throw new SchemaException(
                  "The exclusion is about column %s of %s, which was renamed after it was created."
                      .formatted(renamed.name(), table.name()),
                  "Create the column under that name.");
            });
    Sql rows = where.map(w -> Sql.of(" WHERE %s", w)).orElse(new Sql(""));
    Sql definition =
        Sql.of(
            "EXCLUDE USING %s (%s)%s%s",
            using.orElse(Identifier.of("gist")),
            Sql.list(elements.stream().map(Element::sql).toList()),
            rows,
            deferral.sql());
    return new ConstraintDefinition.Opaque(
        "exclusion",
        definition.sql(),
        mentioned.stream().map(Column::physical).collect(Collectors.toSet()));
  }

  private Predicate<Column> mentions() {
    return column ->
        elements.stream().anyMatch(element -> element.mentions(column.name()))
            || where.filter(w -> w.mentions(column.name())).isPresent();
  }
}
