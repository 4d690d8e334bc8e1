package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of one version: those that changes in flight have touched, over the catalog for all
 * others.
 */
public final class Schema {

  private final Identifier name;
  private final Catalog catalog;
  private final Map<Identifier, Table> tables;
  private final Map<Identifier, Gone> gone;

  public Schema(
      Identifier name,
      Catalog catalog,
      Map<Identifier, Table> tables,
      Map<Identifier, Gone> gone) {
    this.name = requireNonNull(name, "name is null");
    this.catalog = requireNonNull(catalog, "catalog is null");
    this.tables = new LinkedHashMap<>(tables);
    this.gone = new LinkedHashMap<>(gone);
  }

  /** The base schema's name. */
  public Identifier name() {
    return name;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The tables that changes in flight have touched. */
  public Map<Identifier, Table> touched() {
    return Map.copyOf(tables);
  }

  /** The names that changes in flight have taken away. */
  public Map<Identifier, Gone> gone() {
    return Map.copyOf(gone);
  }

  public Optional<Table> find(Identifier table) {
    if (tables.containsKey(table)) {
      return Optional.of(tables.get(table));
    }
    return gone.containsKey(table) ? Optional.empty() : catalog.table(table);
  }

  /** The table of this name. */
  public Table table(Identifier table) {
    return find(table)
        .orElseThrow(
            () ->
                gone.containsKey(table)
                    ? new SchemaException(
                        "Table %s is not there any more: %s.".formatted(table, gone.get(table).reason()),
                        "Use its present name, or remove the operation.")
                    : new SchemaException(
                        "Schema %s has no table %s.".formatted(name, table),
                        "Correct the name, or create the table in an earlier operation."));
  }

  /** The touched table with this key. */
  public Optional<Table> byKey(TableKey key) {
    return tables.values().stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /** The table with this key as this version sees it; empty where it does not have it. */
  public Optional<Table> at(TableKey key) {
    Optional<Table> changed = byKey(key);
    boolean dropped = gone.values().stream().anyMatch(g -> g.table().key().equals(key));
    return changed.isPresent() || dropped ? changed : catalog.base(key);
  }

  /** Refuses a name that is already in use in this version. */
  public void requireFree(Identifier table) {
    if (find(table).isPresent()) {
      throw new SchemaException(
          "Schema %s already has a table %s.".formatted(name, table),
          "Choose another name, or drop that table in an earlier operation.");
    }
    requireFreeRelation(table);
  }

  /** Refuses a name that a table, an index or the like of this version has. */
  public void requireFreeRelation(Identifier relation) {
    holder(relation)
        .ifPresent(
            holder -> {
              throw new SchemaException(
                  "The name %s is taken in schema %s: %s has it.".formatted(relation, name, holder),
                  "Choose another name.");
            });
  }

  /**
   * What has this name in this version; empty where it is free, or will be once the version is
   * contracted.
   */
  public Optional<String> holder(Identifier relation) {
    if (find(relation).isPresent()) {
      return Optional.of("a table");
    }
    boolean taken = catalog.isTaken(relation);
    for (Table table : tables.values()) {
      if (table.findIndex(relation).isPresent()
          || table.findConstraint(relation).filter(c -> taken || isIndexed(c)).isPresent()) {
        return Optional.of("an index of table " + table.name());
      }
    }
    if (!taken || catalog.table(relation).isPresent()) {
      return Optional.empty();
    }
    Optional<Table> owner = catalog.tableOfIndex(relation).flatMap(catalog::table);
    if (owner.isEmpty()) {
      return Optional.of("a view, a sequence or the like");
    }
    TableKey key = owner.get().key();
    boolean changed =
        byKey(key).isPresent() || gone.values().stream().anyMatch(g -> g.table().key().equals(key));
    return changed ? Optional.empty() : Optional.of("an index of table " + owner.get().name());
  }

  private static boolean isIndexed(Constraint constraint) {
    return constraint.definition() instanceof ConstraintDefinition.Unique;
  }

  /** Whether a change in flight gives this name to something in the base schema, now or at contract. */
  public boolean isHeldInFlight(Identifier physical) {
    return gone.containsKey(physical)
        || Stream.concat(tables.values().stream(), gone.values().stream().map(Gone::table))
        .anyMatch(
            table ->
                table.key().value().equals(physical.value())
                    || table.indexes().stream().anyMatch(i -> i.physical().equals(physical))
                    || table.constraints().stream().anyMatch(c -> c.physical().equals(physical)));
  }

  /** The foreign keys of changed tables that point to any of these physical columns. */
  public List<String> referring(TableKey key, Set<Identifier> physical) {
    return tables.values().stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(
                        c ->
                            c.definition() instanceof ConstraintDefinition.ForeignKey foreign
                                && foreign.references().equals(key)
                                && foreign.referencedColumns().stream().anyMatch(physical::contains))
                    .map(c -> "foreign key %s.%s".formatted(table.name(), c.name())))
        .toList();
  }

  public Schema with(Table table) {
    Schema changed = new Schema(name, catalog, tables, gone);
    changed.tables.put(table.name(), table);
    return changed;
  }

  /** The schema whose masks do not need a type: those that have columns of it get another one. */
  public Schema withoutMasksOf(SqlType type, SqlType instead) {
    Schema changed = new Schema(name, catalog, tables, gone);
    changed.gone.replaceAll(
        (n, g) -> new Gone(g.table().replacing(type, instead), g.reason()));
    return changed;
  }

  /** The schema without this name, which stays masked. */
  public Schema without(Gone removed) {
    Schema changed = new Schema(name, catalog, tables, gone);
    changed.tables.remove(removed.name());
    changed.gone.put(removed.name(), removed);
    return changed;
  }
}
