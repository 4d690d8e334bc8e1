package dev.phase.model;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Check;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.ConstraintDefinition.Opaque;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.schema.Index;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tables as they will be when nothing is in flight: everything is held under its logical name.
 * Expressions keep the names that they have.
 *
 * @param inFlight the tables that changes in flight touch, by the physical names of base tables
 */
public record Settled(Map<Identifier, Table> inFlight) {

  public Settled {
    inFlight = Map.copyOf(inFlight);
  }

  public Table of(Table table) {
    UnaryOperator<Identifier> now = names(table);
    return new Table(
        table.name(),
        new TableKey(table.name().value()),
        table.columns().stream().map(c -> c.heldIn(c.name())).toList(),
        table.indexes().stream()
            .map(i -> new Index(i.name(), i.name(), i.definition()))
            .toList(),
        table.constraints().stream()
            .map(c -> new Constraint(c.name(), c.name(), definition(c.definition(), now)))
            .toList(),
        List.of(),
        table.comment(),
        0);
  }

  private ConstraintDefinition definition(
      ConstraintDefinition definition, UnaryOperator<Identifier> now) {
    if (definition instanceof Unique unique) {
      return new Unique(
          unique.primaryKey(),
          list(unique.keys(), now),
          list(unique.include(), now),
          unique.nullsNotDistinct(),
          unique.deferral());
    }
    if (definition instanceof ForeignKey key) {
      Optional<Table> target =
          Optional.ofNullable(inFlight.get(Identifier.of(key.references().value())));
      return new ForeignKey(
          list(key.keys(), now),
          target.map(t -> new TableKey(t.name().value())).orElse(key.references()),
          target.map(t -> list(key.referencedColumns(), names(t))).orElse(key.referencedColumns()),
          key.onDelete(),
          key.onUpdate(),
          key.matchFull(),
          key.deferral());
    }
    if (definition instanceof Check check) {
      return new Check(check.expression(), set(check.columns(), now));
    }
    Opaque opaque = (Opaque) definition;
    return new Opaque(opaque.kind(), opaque.definition(), set(opaque.columns(), now));
  }

  private static UnaryOperator<Identifier> names(Table table) {
    Map<Identifier, Identifier> logical =
        table.columns().stream().collect(Collectors.toMap(Column::physical, Column::name));
    return name -> logical.getOrDefault(name, name);
  }

  private static List<Identifier> list(
      Collection<Identifier> columns, UnaryOperator<Identifier> now) {
    return columns.stream().map(now).toList();
  }

  private static Set<Identifier> set(
      Collection<Identifier> columns, UnaryOperator<Identifier> now) {
    return Set.copyOf(list(columns, now));
  }
}
