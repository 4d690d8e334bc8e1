package dev.phase.operation;

import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.ConstraintDefinition.Unique;
import dev.phase.schema.Reference;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign key of this version.
 *
 * @param table the one that has it
 * @param name of the constraint
 */
record KeyReference(TableKey table, Identifier name, ForeignKey key) {

  /** Those that point to any of these physical columns, of the table itself too. */
  static List<KeyReference> to(Schema schema, Table target, Set<Identifier> physical) {
    Set<TableKey> tables = new LinkedHashSet<>();
    schema.touched().values().forEach(table -> tables.add(table.key()));
    for (Reference reference : inDatabase(schema, target)) {
      tables.add(follow(schema, target, reference));
    }
    List<KeyReference> found = new ArrayList<>();
    tables.stream()
        .flatMap(key -> schema.at(key).stream())
        .sorted((one, other) -> one.key().value().compareTo(other.key().value()))
        .forEach(
            table ->
                foreignKeys(table)
                    .filter(r -> r.key().references().equals(target.key()))
                    .filter(r -> r.key().referencedColumns().stream().anyMatch(physical::contains))
                    .forEach(found::add));
    return found;
  }

  private static List<Reference> inDatabase(Schema schema, Table target) {
    return schema
        .catalog()
        .base(target.key())
        .map(base -> schema.catalog().references(base.name()))
        .orElse(List.of());
  }

  /** The table, or what it has become; refuses a key that cannot be made again. */
  private static TableKey follow(Schema schema, Table target, Reference reference) {
    if (reference.otherSchema().isPresent()) {
      throw refusal(target, reference, "belongs to another schema");
    }
    Table base = schema.catalog().table(reference.table()).orElseThrow();
    schema.at(base.key()).stream()
        .flatMap(table -> table.constraints().stream())
        .filter(c -> c.physical().equals(reference.constraint()))
        .filter(c -> !(c.definition() instanceof ForeignKey))
        .findFirst()
        .ifPresent(
            c -> {
              throw refusal(
                  target, reference, "is not valid, not enforced, or sets only some columns");
            });
    return base.key();
  }

  private static SchemaException refusal(Table target, Reference reference, String reason) {
    return new SchemaException(
        "Foreign key %s points to table %s, but %s.".formatted(reference, target.name(), reason),
        "Drop it or replace it, in a change of its own.");
  }

  private static Stream<KeyReference> foreignKeys(Table table) {
    return table.constraints().stream()
        .filter(c -> c.definition() instanceof ForeignKey)
        .map(c -> new KeyReference(table.key(), c.name(), (ForeignKey) c.definition()));
  }

  /**
   * Whether it is a foreign key to a key that only this version makes, so that it has to wait until
   * that is there.
   */
  static boolean isBeforeItsTarget(Schema schema, Constraint constraint) {
    if (!(constraint.definition() instanceof ForeignKey foreign)) {
      return false;
    }
    Set<Identifier> wanted = Set.copyOf(foreign.referencedColumns());
    return schema
        .catalog()
        .base(foreign.references())
        .filter(base -> uniqueKeys(base).noneMatch(wanted::equals))
        .isPresent();
  }

  private static Stream<Set<Identifier>> uniqueKeys(Table base) {
    return Stream.concat(
        base.constraints().stream()
            .map(Constraint::definition)
            .filter(Unique.class::isInstance)
            .map(unique -> Set.copyOf(((Unique) unique).keys())),
        base.indexes().stream()
            .filter(index -> index.definition().unique())
            .map(
                index ->
                    index.definition().keys().stream()
                        .flatMap(key -> key.column().stream())
                        .collect(Collectors.toSet())));
  }

  /** The column here that holds what that one holds there; physical names. */
  List<Identifier> partners(Identifier referenced) {
    List<Identifier> partners = new ArrayList<>();
    for (int i = 0; i < key.keys().size(); i++) {
      if (key.referencedColumns().get(i).equals(referenced)) {
        partners.add(key.keys().get(i));
      }
    }
    return partners;
  }

  @Override
  public String toString() {
    return "foreign key %s.%s".formatted(table, name);
  }
}
