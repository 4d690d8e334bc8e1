package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.SyncRule;
import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Retyping;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlType;
import dev.phase.window.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalog with the table keys of a window: a base table that changes in flight refer to keeps its
 * key whatever its present name, and no other table is given the same one.
 */
final class KeyedCatalog extends ForwardingCatalog {

  private final Window window;
  private final List<Need> planned;
  private final Map<TableKey, Identifier> tables;
  private final Heirs heirs;
  private final Map<TableKey, Table> seen = new HashMap<>();
  private final EnumsInFlight enums;

  KeyedCatalog(Catalog catalog, Window window, List<Need> planned) {
    super(catalog);
    this.window = window;
    this.planned = planned;
    this.heirs = new Heirs(window, planned);
    this.tables = new HashMap<>(window.tables());
    this.enums = new EnumsInFlight(catalog, window);
  }

  /** The names of all tables that have been asked for, and of those in the window. */
  Map<TableKey, Identifier> tables() {
    return Map.copyOf(tables);
  }

  /** Hears what an operation needs, so that it answers those after it accordingly. */
  void learn(Need need) {
    enums.learn(need);
  }

  /** The tables that have been asked for. */
  List<Table> seen() {
    return List.copyOf(seen.values());
  }

  /** A table of the window, as it stands in the database now. */
  @Override
  public Optional<Table> base(TableKey key) {
    return table(tables.getOrDefault(key, Identifier.of(key.value())));
  }

  @Override
  public Optional<Table> table(Identifier physical) {
    return super.table(physical).map(this::keyed);
  }

  private Table keyed(Table table) {
    Table keyed = heirs.extend(withKeys(table));
    seen.put(keyed.key(), keyed);
    return keyed;
  }

  /** What hangs on a column that changes in flight replace hangs on the first of its kind. */
  @Override
  public List<QualifiedName> requireRemakable(
      TableKey table, Identifier original, Column instead) {
    Identifier name = tables.getOrDefault(table, Identifier.of(table.value()));
    return super.requireRemakable(
        new TableKey(name.value()), heirs.firstOf(table, original), instead);
  }

  private Table withKeys(Table table) {
    return new Table(
        table.name(),
        key(table.name()),
        table.columns(),
        table.indexes(),
        table.constraints().stream().map(this::keyed).toList(),
        table.dependents(),
        table.comment(),
        table.touchedAt());
  }

  private Constraint keyed(Constraint constraint) {
    if (!(constraint.definition() instanceof ConstraintDefinition.ForeignKey key)) {
      return constraint;
    }
    return new Constraint(
        constraint.name(),
        constraint.physical(),
        new ConstraintDefinition.ForeignKey(
            key.keys(),
            key(Identifier.of(key.references().value())),
            key.referencedColumns(),
            key.onDelete(),
            key.onUpdate(),
            key.matchFull(),
            key.deferral()));
  }

  private TableKey key(Identifier physical) {
    for (Map.Entry<TableKey, Identifier> entry : tables.entrySet()) {
      if (entry.getValue().equals(physical)) {
        return entry.getKey();
      }
    }
    TableKey key = new TableKey(physical.value());
    for (int i = 2; tables.containsKey(key); i++) {
      key = new TableKey(physical.value() + "#" + i);
    }
    tables.put(key, physical);
    return key;
  }

  /** Views and functions that changes in flight made know the column as it is. */
  @Override
  public Retyping retyping(Identifier table, Column from, Column to) {
    TableKey key = key(table);
    return doors(key, table)
        .or(() -> rules(key, from.physical()))
        .map(Retyping::impossible)
        .orElseGet(() -> super.retyping(table, from, to));
  }

  /** Once the table is out of flight, its name is what versions below still know it by. */
  private Optional<String> doors(TableKey key, Identifier name) {
    return window.versions().stream()
        .filter(version -> version.schema().isPresent())
        .filter(
            version ->
                version.tables().values().stream()
                    .filter(t -> t.touchedAt() > 0)
                    .anyMatch(t -> t.key().equals(key) || t.name().equals(name)))
        .findFirst()
        .map("version %s shows it through a view"::formatted);
  }

  private Optional<String> rules(TableKey key, Identifier physical) {
    return Stream.concat(
            window.rules(key).stream(),
            planned.stream()
                .filter(SyncRule.class::isInstance)
                .map(SyncRule.class::cast)
                .filter(rule -> rule.on().equals(key)))
        .flatMap(SyncRule::conversions)
        .filter(c -> c.target().physical().equals(physical) || c.reads(physical))
        .findFirst()
        .map(c -> "%s converts it".formatted(c.source()));
  }

  @Override
  public boolean isUnnamedEnum(SqlType type) {
    return enums.isUnnamed(type);
  }

  @Override
  public SqlType canonical(SqlType type) {
    return enums.meant(super.canonical(type));
  }

  @Override
  public Optional<HeldEnum> enumType(Identifier name) {
    return enums.find(name);
  }
}
