package dev.phase.planning;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.EnumType;
import dev.phase.schema.Extension;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Reference;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.window.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalog with the table keys of a window: a base table that changes in flight refer to keeps its
 * key whatever its present name, and no other table is given the same one.
 */
final class KeyedCatalog implements Catalog {

  private final Catalog catalog;
  private final Map<TableKey, Identifier> tables;
  private final Map<TableKey, Table> seen = new HashMap<>();

  KeyedCatalog(Catalog catalog, Window window) {
    this.catalog = catalog;
    this.tables = new HashMap<>(window.tables());
  }

  /** The names of all tables that have been asked for, and of those in the window. */
  Map<TableKey, Identifier> tables() {
    return Map.copyOf(tables);
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
    return catalog.table(physical).map(this::keyed);
  }

  private Table keyed(Table table) {
    Table keyed = withKeys(table);
    seen.put(keyed.key(), keyed);
    return keyed;
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

  @Override
  public Optional<Identifier> tableOfIndex(Identifier index) {
    return catalog.tableOfIndex(index);
  }

  @Override
  public boolean isTaken(Identifier relation) {
    return catalog.isTaken(relation);
  }

  @Override
  public boolean addsInstantly(SqlType type, SqlExpression defaultExpression) {
    return catalog.addsInstantly(type, defaultExpression);
  }

  @Override
  public IndexDefinition rename(
      IndexDefinition index, List<Column> columns, Map<Identifier, Identifier> renames) {
    return catalog.rename(index, columns, renames);
  }

  @Override
  public SqlExpression rename(
      SqlExpression check, List<Column> columns, Map<Identifier, Identifier> renames) {
    return catalog.rename(check, columns, renames);
  }

  @Override
  public SqlType canonical(SqlType type) {
    return catalog.canonical(type);
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    return catalog.isVolatile(expression);
  }

  @Override
  public void tryOut(Sql statement, String remedy) {
    catalog.tryOut(statement, remedy);
  }

  @Override
  public void assume(Sql statement) {
    catalog.assume(statement);
  }

  @Override
  public List<Reference> references(Identifier physical) {
    return catalog.references(physical);
  }

  @Override
  public ReplicaIdentity replicaIdentity(Identifier physical) {
    return catalog.replicaIdentity(physical);
  }

  @Override
  public Optional<EnumType> enumType(Identifier name) {
    return catalog.enumType(name);
  }

  @Override
  public List<TypeUse> usesOfType(Identifier name) {
    return catalog.usesOfType(name);
  }

  @Override
  public Optional<Extension> extension(Identifier name) {
    return catalog.extension(name);
  }

  @Override
  public Optional<Sequence> sequence(Identifier name) {
    return catalog.sequence(name);
  }
}
