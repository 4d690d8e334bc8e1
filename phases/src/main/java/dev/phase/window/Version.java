package dev.phase.window;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Decision;
import dev.phase.need.Need;
import dev.phase.need.Renaming;
import dev.phase.need.TypeRenaming;
import dev.phase.schema.Gone;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A version of the schema.
 *
 * @param name the id of its last change
 * @param schema its schema of compatibility views; absent for the baseline, whose door is the base
 *     schema
 * @param position that of its last operation: sync rules up to it lie below this version
 * @param changes the ids of the changes that made it from the version before
 * @param tables the tables that changes in flight touch, in this version or another, by name
 * @param views the names of the tables that its door has a view of; of the others the base table has its shape
 * @param gone the names that are masked
 * @param needs what makes the base tables' shape from the version before into this one; empty once
 *     contracted
 * @param decisions which ways its operations take, and why
 */
public record Version(
    String name,
    Optional<Identifier> schema,
    VersionState state,
    long position,
    List<String> changes,
    Map<Identifier, Table> tables,
    Set<Identifier> views,
    Map<Identifier, Gone> gone,
    List<Need> needs,
    List<Decision> decisions) {

  public Version {
    requireNonNull(name, "name is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(state, "state is null");
    changes = List.copyOf(changes);
    tables = Map.copyOf(tables);
    views = Set.copyOf(views);
    gone = Map.copyOf(gone);
    needs = List.copyOf(needs);
    decisions = List.copyOf(decisions);
  }

  public Version in(VersionState newState) {
    return new Version(
        name, schema, newState, position, changes, tables, views, gone, needs, decisions);
  }

  /** The same version, which knows these tables of the base schema as they are now. */
  Version knowing(List<Table> untouched) {
    Map<Identifier, Table> all = new HashMap<>(tables);
    for (Table table : untouched) {
      all.values().removeIf(t -> t.key().equals(table.key()) && t.touchedAt() == 0);
      // What an older change did to it is contracted, but this version's door still has its view.
      all.merge(
          table.name(),
          table,
          (known, now) -> known.touchedAt() == 0 ? now : known.withKey(now.key()));
    }
    return new Version(
        name, schema, state, position, changes, all, views, gone, needs, decisions);
  }

  /** The same version after a contract below it has renamed things in a base table. */
  Version after(Renaming renaming) {
    return after(renaming::apply, renaming::apply);
  }

  /** The same version after a contract below it has renamed a type. */
  Version after(TypeRenaming renaming) {
    return after(renaming::apply, renaming::apply);
  }

  private Version after(UnaryOperator<Table> ofTables, UnaryOperator<Need> ofNeeds) {
    Map<Identifier, Table> renamedTables = new HashMap<>();
    tables.forEach((n, table) -> renamedTables.put(n, ofTables.apply(table)));
    Map<Identifier, Gone> renamedGone = new HashMap<>();
    gone.forEach(
        (n, g) -> renamedGone.put(n, new Gone(ofTables.apply(g.table()), g.reason())));
    return new Version(
        name,
        schema,
        state,
        position,
        changes,
        renamedTables,
        views,
        renamedGone,
        needs.stream().map(ofNeeds).toList(),
        decisions);
  }

  /** The same version with nothing left to contract. */
  Version contracted() {
    return new Version(
        name, schema, state, position, changes, tables, views, gone, List.of(), decisions);
  }

  @Override
  public String toString() {
    return name;
  }
}
