package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

  /** Refuses a name that is already in use in this version. */
  public void requireFree(Identifier table) {
    if (find(table).isPresent()) {
      throw new SchemaException(
          "Schema %s already has a table %s.".formatted(name, table),
          "Choose another name, or drop that table in an earlier operation.");
    }
  }

  public Schema with(Table table) {
    Schema changed = new Schema(name, catalog, tables, gone);
    changed.tables.put(table.name(), table);
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
