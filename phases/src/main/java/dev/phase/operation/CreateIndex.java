package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.NewIndex;
import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Renaming;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an index without blocking writers. */
public record CreateIndex(
    Identifier table,
    Identifier name,
    @JsonProperty(required = true) List<IndexKeySpec> columns,
    boolean unique,
    boolean nullsNotDistinct,
    Optional<Identifier> method,
    List<Identifier> include,
    Optional<SqlExpression> where,
    Map<String, String> with,
    Optional<Identifier> tablespace)
    implements Operation {

  public CreateIndex {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
    with = Map.copyOf(with);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    on.requireConcurrentIndexes();
    if (on.findIndex(name).isPresent()) {
      throw new SchemaException(
          "Table %s already has an index %s.".formatted(table, name),
          "Choose another name, or drop that index in an earlier operation.");
    }
    before.requireFreeRelation(name);
    IndexDefinition written =
        new IndexDefinition(
            unique,
            nullsNotDistinct,
            method.orElse(Identifier.of("btree")),
            columns.stream().map(CreateIndex::key).toList(),
            include,
            where,
            with,
            tablespace);
    written.keys().forEach(key -> key.column().ifPresent(on::column));
    include.forEach(on::column);
    IndexDefinition definition =
        before
            .catalog()
            .rename(
                written,
                new Renaming(on.columns(), Constraints.physicalNames(on.columns())));
    Index index = new Index(name, site.freeRelation(before, name), definition);
    return Effect.of(
        before.with(on.withIndexes(Table.plus(on.indexes(), index))),
        new NewIndex(on.key(), index, site.source()));
  }

  private static IndexDefinition.Key key(IndexKeySpec spec) {
    if (spec.column().isPresent() == spec.expression().isPresent()) {
      throw new SchemaException(
          "A key of an index is either a column or an expression.",
          "Give exactly one of `column` and `expression`.");
    }
    boolean descending = spec.order().filter(IndexKeySpec.Order.DESC::equals).isPresent();
    return new IndexDefinition.Key(
        spec.column(),
        spec.expression(),
        spec.collation(),
        spec.operatorClass(),
        descending,
        spec.nulls().map(IndexKeySpec.Nulls.FIRST::equals).orElse(descending));
  }
}
