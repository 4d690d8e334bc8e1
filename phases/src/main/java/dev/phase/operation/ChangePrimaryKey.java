package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.need.Decision;
import dev.phase.need.NewConstraint;
import dev.phase.need.RemovedConstraint;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.schema.Dependent;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives columns of a primary key other types, with all columns that refer to them; or makes other
 * columns the primary key.
 *
 * @param columns the new type of each; without types, the columns of the new key in their order
 * @param up per column: its new value from the old one, here and wherever it is referred to
 * @param down per column: the old value from the new one
 */
public record ChangePrimaryKey(
    Identifier table,
    @JsonProperty(required = true) Map<Identifier, Optional<SqlType>> columns,
    Map<Identifier, SqlExpression> up,
    Map<Identifier, SqlExpression> down)
    implements Operation {

  public ChangePrimaryKey {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    up = Map.copyOf(up);
    down = Map.copyOf(down);
  }

  @Override
  public Effect plan(Schema before, Site site) {
    Table on = before.table(table);
    Constraint key =
        on.findPrimaryKey()
            .orElseThrow(
                () ->
                    new SchemaException(
                        "Table %s has no primary key.".formatted(table),
                        "Use `add_constraint` with `primary_key`."));
    return columns.values().stream().allMatch(Optional::isEmpty)
        ? takeOthers(before, site, on, key)
        : retype(before, site, on, key);
  }

  private Effect retype(Schema before, Site site, Table on, Constraint key) {
    List<KeyChange.Conversion> conversions = new ArrayList<>();
    List<Decision> notes = new ArrayList<>();
    requireNoOthers(up.keySet(), "up");
    requireNoOthers(down.keySet(), "down");
    columns.forEach(
        (name, type) -> {
          Column column = on.column(name);
          if (!key.definition().columns().contains(column.physical())) {
            throw new SchemaException(
                "Column %s is not in the primary key %s of %s."
                    .formatted(name, key.name(), table),
                "Use `alter_column`, or name columns of the key.");
          }
          SqlType wanted = before.catalog().canonical(type.orElse(column.type()));
          KeyChange.Conversion conversion =
              new KeyChange.Conversion(
                  column.retyped(
                      wanted, wanted.equals(column.type()) ? column.collation() : Optional.empty()),
                  Optional.ofNullable(up.get(name)),
                  Optional.ofNullable(down.get(name)));
          conversions.add(conversion);
          Overflow.note(site, table, column, conversion.key(), conversion.down())
              .ifPresent(notes::add);
        });
    conversions.removeIf(
        c -> c.isIdle() && c.key().equals(on.column(c.key().name())));
    return new KeyChange(before, site)
        .convert(on, conversions)
        .because(notes.toArray(Decision[]::new));
  }

  private void requireNoOthers(Set<Identifier> named, String field) {
    for (Identifier column : named) {
      if (!columns.containsKey(column)) {
        throw new SchemaException(
            "`%s` names column %s, whose type does not change.".formatted(field, column),
            "Remove it, or add the column to `columns`.");
      }
    }
  }

  private Effect takeOthers(Schema before, Site site, Table on, Constraint old) {
    if (!up.isEmpty() || !down.isEmpty()) {
      throw new SchemaException(
          "Columns that become the primary key of %s are not converted.".formatted(table),
          "Remove `up` and `down`.");
    }
    on.requireConcurrentIndexes();
    List<Identifier> physical = columns.keySet().stream().map(c -> on.column(c).physical()).toList();
    Unique wanted =
        new Unique(
            true, physical, List.of(), false, ConstraintDefinition.Deferral.NOT_DEFERRABLE);
    Constraints.requireNoNulls(on, wanted);
    requireUnused(before, on, old);
    Constraint taken = new Constraint(old.name(), site.shadow(old.name()), wanted);
    return Effect.of(
        before.with(
            on.withConstraints(
                on.constraints().stream().map(c -> c.equals(old) ? taken : c).toList())),
        new RemovedConstraint(on.key(), old.name(), List.of()),
        new NewConstraint(on.key(), taken, site.source()));
  }

  /** The old key goes at contract, and PostgreSQL ties each of these to its index. */
  private static void requireUnused(Schema before, Table on, Constraint old) {
    KeyReference.to(before, on, old.definition().columns()).stream()
        .filter(reference -> isOf(reference, old))
        .findFirst()
        .ifPresent(reference -> refuse(on, old, reference.toString()));
    on.dependents().stream()
        .filter(Dependent::isReplicaIdentity)
        .filter(identity -> identity.name().equals(old.physical().value()))
        .findFirst()
        .ifPresent(identity -> refuse(on, old, "the table's replica identity"));
  }

  private static boolean isOf(KeyReference reference, Constraint old) {
    return old.definition() instanceof Unique unique
        && Set.copyOf(unique.keys()).equals(Set.copyOf(reference.key().referencedColumns()));
  }

  private static void refuse(Table on, Constraint old, String user) {
    throw new SchemaException(
        "Cannot take another primary key for table %s: %s needs the present one, %s."
            .formatted(on.name(), user, old.name()),
        "Drop or change that first, in a change of its own.");
  }
}
