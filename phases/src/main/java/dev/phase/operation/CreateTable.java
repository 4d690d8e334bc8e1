package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.Need;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewTable;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates a table. */
public record CreateTable(
    Identifier name,
    @JsonProperty(required = true) List<ColumnSpec> columns,
    List<ConstraintSpec> constraints,
    Optional<String> comment)
    implements Operation {

  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    before.requireFree(name);
    requireDistinctColumns();
    columns.forEach(ColumnSpec::requireOneSource);
    Identifier physical = site.freeRelation(before, name);
    TableKey key = new TableKey(physical.value());
    boolean renamed = !physical.equals(name);
    Table bare =
        new Table(
            name, key, columns.stream().map(c -> column(before, c)).toList(),
            List.of(), List.of(), List.of(), comment, renamed ? site.position() : 0);

    List<Constraint> bound = new ArrayList<>();
    for (ConstraintSpec spec : allConstraints(before)) {
      Identifier held = renamed ? site.shadow(spec.name()) : spec.name();
      if (Constraints.isBacked(spec)) {
        before.requireFreeRelation(spec.name());
        held = renamed ? held : site.freeRelation(before, spec.name());
      }
      bound.add(new Constraint(spec.name(), held, Constraints.bind(before, bare, spec)));
      References.require(before, site, bare.withConstraints(bound), spec);
    }
    List<Constraint> early =
        bound.stream().filter(c -> !KeyReference.isBeforeItsTarget(before, c)).toList();
    List<Need> needs = new ArrayList<>();
    needs.add(
        new NewTable(
            bare.withConstraints(early),
            physical,
            columns.stream().map(c -> definition(before, c)).toList(),
            comments(before, physical),
            site.source()));
    bound.stream()
        .filter(c -> !early.contains(c))
        .forEach(late -> needs.add(new NewConstraint(key, late, site.source())));
    return new Effect(before.with(bare.withConstraints(bound)), needs);
  }

  private List<ConstraintSpec> allConstraints(Schema before) {
    List<ConstraintSpec> all = new ArrayList<>();
    columns.forEach(c -> all.addAll(ColumnConstraints.of(before, name, c)));
    all.addAll(constraints);
    // They may point to another constraint of the table.
    all.sort(Comparator.comparing(c -> c.foreignKey().isPresent()));
    return all;
  }

  private void requireDistinctColumns() {
    Set<Identifier> seen = new HashSet<>();
    for (ColumnSpec column : columns) {
      if (!seen.add(column.name())) {
        throw new SchemaException(
            "Table %s has two columns %s.".formatted(name, column.name()),
            "Remove or rename one of them.");
      }
    }
  }

  private Column column(Schema before, ColumnSpec spec) {
    boolean key =
        constraints.stream().anyMatch(c -> c.primaryKey().contains(spec.name()));
    return new Column(
        spec.name(),
        spec.name(),
        before.catalog().canonical(spec.type()),
        spec.mayBeNull() && !key,
        spec.defaultExpression(),
        spec.collation(),
        spec.kind(),
        spec.comment());
  }

  private static Sql definition(Schema before, ColumnSpec column) {
    List<SqlFragment> parts = new ArrayList<>();
    parts.add(column.name());
    parts.add(before.catalog().canonical(column.type()));
    column.collation().ifPresent(c -> parts.add(new Sql("COLLATE " + c)));
    column
        .identity()
        .ifPresent(kind -> parts.add(Sql.of("GENERATED %s AS IDENTITY", kind.sql())));
    column
        .generated()
        .ifPresent(e -> parts.add(Sql.of("GENERATED ALWAYS AS %s STORED", e)));
    column.defaultExpression().ifPresent(d -> parts.add(Sql.of("DEFAULT %s", d)));
    if (!column.mayBeNull()) {
      parts.add(new Sql("NOT NULL"));
    }
    return Sql.join(" ", parts);
  }

  private List<Sql> comments(Schema before, Identifier physical) {
    QualifiedName table = new QualifiedName(before.name(), physical);
    List<Sql> statements = new ArrayList<>();
    comment.ifPresent(
        text -> statements.add(Sql.of("COMMENT ON TABLE %s IS %s", table, new SqlLiteral(text))));
    for (ColumnSpec column : columns) {
      column
          .comment()
          .ifPresent(
              text ->
                  statements.add(
                      Sql.of(
                          "COMMENT ON COLUMN %s.%s IS %s",
                          table, column.name(), new SqlLiteral(text))));
    }
    return statements;
  }
}
