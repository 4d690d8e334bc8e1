package dev.phase.window;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Bases;
import dev.phase.need.SyncRule;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The live window of one base schema, oldest version first. It also holds the version that is being
 * prepared at its head and the retired ones at its tail.
 *
 * @param tables the present names of the base tables that changes in flight refer to
 */
public record Window(
    Identifier schema, Map<TableKey, Identifier> tables, List<Version> versions)
    implements Bases {

  public Window {
    requireNonNull(schema, "schema is null");
    tables = Map.copyOf(tables);
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("A window has at least one version.");
    }
  }

  /** The version whose shape the base tables have. */
  public Version oldest() {
    return versions.get(0);
  }

  public Version newest() {
    return versions.get(versions.size() - 1);
  }

  public Optional<Version> find(String name) {
    return versions.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /** The rules of all versions that lie above the oldest one, lowest first. */
  public List<SyncRule> rules(TableKey table) {
    return versions.stream()
        .flatMap(v -> v.needs().stream())
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .filter(rule -> rule.on().equals(table))
        .toList();
  }

  @Override
  public QualifiedName table(TableKey key) {
    return new QualifiedName(schema, tables.getOrDefault(key, Identifier.of(key.value())));
  }
}
