package dev.phase.window;

import static java.util.Objects.requireNonNull;

import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Map;

/**
 * A version that enters the window at its head, and what the window has to know with it.
 *
 * @param names the present names of the base tables that the version refers to
 * @param untouched the tables that it is the first to touch, as all versions below it see them
 */
public record Arrival(Version version, Map<TableKey, Identifier> names, List<Table> untouched) {

  public Arrival {
    requireNonNull(version, "version is null");
    names = Map.copyOf(names);
    untouched = List.copyOf(untouched);
  }
}
