package dev.phase.planning;

import dev.phase.schema.Catalog;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Gone;
import dev.phase.schema.Index;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the newest version of a window sees: where changes fold on. */
final class NewestSchema {

  private final Window window;
  private final Catalog catalog;

  NewestSchema(Window window, Catalog catalog) {
    this.window = window;
    this.catalog = catalog;
  }

  /** Its own tables where changes are in flight, else the catalog. */
  Schema read() {
    Version newest = window.newest();
    Map<Identifier, Table> tables = new HashMap<>();
    newest
        .tables()
        .forEach(
            (name, table) -> {
              if (window.isInFlight(table.key())) {
                tables.put(name, refreshed(table));
              }
            });
    Map<Identifier, Gone> gone = new HashMap<>(newest.gone());
    gone.values().removeIf(g -> !window.isInFlight(g.table().key()));
    return new Schema(window.schema(), catalog, tables, gone);
  }

  /** A primary key in flight is but an index yet. */
  private static Constraint refreshed(Constraint known, Table base) {
    Optional<ConstraintDefinition> now =
        base.findConstraint(known.physical())
            .map(Constraint::definition)
            .or(
                () ->
                    base.findIndex(known.physical())
                        .filter(index -> known.isPrimaryKey())
                        .map(index -> index.definition().primaryKey()));
    return new Constraint(known.name(), known.physical(), now.orElse(known.definition()));
  }

  /** Definitions come from the database: contracts below may have renamed columns in them. */
  private Table refreshed(Table known) {
    Table base =
        catalog
            .base(known.key())
            .orElseThrow(
                () ->
                    new SchemaException(
                        "Table %s of schema %s has disappeared."
                            .formatted(known.name(), window.schema()),
                        "Restore it, or roll back the changes that use it."));
    return new Table(
        known.name(),
        known.key(),
        known.columns(),
        known.indexes().stream()
            .map(
                i ->
                    base.findIndex(i.physical())
                        .map(now -> new Index(i.name(), i.physical(), now.definition()))
                        .orElse(i))
            .toList(),
        known.constraints().stream()
            .map(c -> refreshed(c, base))
            .toList(),
        base.dependents(),
        known.comment(),
        known.touchedAt());
  }
}
