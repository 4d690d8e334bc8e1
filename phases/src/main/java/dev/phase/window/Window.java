package dev.phase.window;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Bases;
import dev.phase.need.Conversion;
import dev.phase.need.Need;
import dev.phase.need.Rename;
import dev.phase.need.Renaming;
import dev.phase.need.ReplacedEnum;
import dev.phase.need.SyncRule;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The live window of one base schema, oldest version first. It also holds the versions that are being
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

  /** The lowest version that is being prepared, which is the next one to be published. */
  public Optional<Version> preparing() {
    return versions.stream().filter(v -> v.state() == VersionState.PREPARING).findFirst();
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

  /** The functions that fill columns from others. */
  public List<QualifiedName> conversions() {
    return versions.stream()
        .flatMap(version -> version.needs().stream())
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .flatMap(SyncRule::conversions)
        .map(Conversion::function)
        .toList();
  }

  /** Whether a version above the oldest needs anything of this base table. */
  public boolean isInFlight(TableKey table) {
    return versions.stream()
        .flatMap(v -> v.needs().stream())
        .anyMatch(need -> need.table().filter(table::equals).isPresent());
  }

  /** The window with one more version at its head. */
  public Window plus(Arrival arrival) {
    Map<TableKey, Identifier> names = new HashMap<>(arrival.names());
    names.putAll(tables);
    List<Version> longer = new ArrayList<>();
    versions.forEach(v -> longer.add(v.knowing(arrival.untouched())));
    longer.add(arrival.version());
    return new Window(schema, names, longer);
  }

  /** The window with this version in another state. */
  public Window with(Version version, VersionState state) {
    return new Window(
        schema,
        tables,
        versions.stream().map(v -> v.equals(version) ? v.in(state) : v).toList());
  }

  /** The window without its newest version. */
  public Window withoutNewest() {
    return new Window(schema, tables, versions.subList(0, versions.size() - 1)).tidy();
  }

  /** The window whose oldest version has given way to the next one, for good. */
  public Window withoutOldest() {
    List<Version> rest = new ArrayList<>(versions.subList(1, versions.size()));
    rest.set(0, rest.get(0).contracted());
    return new Window(schema, tables, rest).tidy();
  }

  /** The window after the contract of this need has renamed things. */
  public Window after(Need need) {
    if (need instanceof ReplacedEnum replaced) {
      return new Window(
          schema, tables, versions.stream().map(v -> v.after(replaced.renaming())).toList());
    }
    if (need.table().isEmpty() || need.renames().isEmpty()) {
      return this;
    }
    TableKey key = need.table().get();
    Renaming renaming = new Renaming(key, need.renames());
    Map<TableKey, Identifier> renamed = new HashMap<>(tables);
    renamed.computeIfPresent(key, (k, name) -> renaming.now(Rename.Kind.TABLE, name));
    return new Window(
        schema, renamed, versions.stream().map(v -> v.after(renaming)).toList());
  }

  private Window tidy() {
    Map<TableKey, Identifier> needed = new HashMap<>(tables);
    needed.keySet().removeIf(key -> !isInFlight(key) && !isTouched(key));
    return new Window(schema, needed, versions);
  }

  /** Whether a version may have a view on this base table, also where nothing of it is in flight. */
  private boolean isTouched(TableKey key) {
    return versions.stream()
        .flatMap(v -> v.tables().values().stream())
        .anyMatch(table -> table.key().equals(key) && table.touchedAt() > 0);
  }

  @Override
  public QualifiedName table(TableKey key) {
    return new QualifiedName(schema, tables.getOrDefault(key, Identifier.of(key.value())));
  }
}
