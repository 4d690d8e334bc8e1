package dev.phase.model;

import static java.util.stream.Collectors.toMap;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Extension;
import dev.phase.schema.Generation;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Reference;
import dev.phase.schema.Renaming;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.Retyping;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.sql.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Answers from a snapshot. What only a server can judge (expressions, obstacles) it lets pass: here
 * the question is what a version looks like, not whether it can be made.
 */
final class OfflineCatalog implements Catalog {

  private static final SqlType NO_COLUMN = new SqlType("anyenum");

  private final Map<Identifier, Table> tables;
  private final FreeObjects free;

  /**
   * @param free those of the snapshot and of the operations so far
   */
  OfflineCatalog(Snapshot snapshot, FreeObjects free) {
    this.tables =
        snapshot.tables().stream()
            .collect(toMap(Table::name, Function.identity(), (a, b) -> a, TreeMap::new));
    this.free = free;
  }

  List<Identifier> tables() {
    return List.copyOf(tables.keySet());
  }

  @Override
  public Optional<Table> table(Identifier physical) {
    return Optional.ofNullable(tables.get(physical));
  }

  /** Which kind of identity, and how it counts, does not show in what a version looks like. */
  @Override
  public Generation generation(Identifier table, Identifier column) {
    return new Generation(
        table(table)
            .flatMap(t -> t.find(column))
            .filter(c -> c.kind() == Column.Kind.IDENTITY)
            .map(c -> IdentityKind.BY_DEFAULT),
        Optional.empty(),
        false,
        false);
  }

  /** Either way the version looks the same. */
  @Override
  public Retyping retyping(Identifier table, Column from, Column to) {
    return new Retyping(Optional.empty(), List.of());
  }

  @Override
  public Optional<Identifier> tableOfIndex(Identifier index) {
    return tables.values().stream()
        .filter(table -> isIndex(table, index))
        .map(Table::name)
        .findFirst();
  }

  private static boolean isIndex(Table table, Identifier name) {
    return table.findIndex(name).isPresent() || table.findConstraint(name).isPresent();
  }

  @Override
  public boolean isTaken(Identifier relation) {
    return tables.containsKey(relation)
        || free.sequence(relation).isPresent()
        || tableOfIndex(relation).isPresent();
  }

  @Override
  public boolean addsInstantly(SqlType type, SqlExpression defaultExpression) {
    return true;
  }

  @Override
  public IndexDefinition rename(IndexDefinition index, Renaming renaming) {
    return index;
  }

  @Override
  public SqlExpression rename(SqlExpression check, Renaming renaming) {
    return check;
  }

  @Override
  public Optional<String> constant(SqlExpression expression) {
    return Optional.empty();
  }

  @Override
  public SqlType canonical(SqlType type) {
    return TypeName.of(type).canonical();
  }

  @Override
  public boolean castsBySession(SqlType from, SqlType to) {
    return false;
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    return false;
  }

  @Override
  public void tryOut(Sql statement, String remedy) {}

  @Override
  public List<QualifiedName> requireRemakable(
      TableKey table, Identifier original, Column instead) {
    return List.of();
  }

  @Override
  public int columnNumbers(Identifier physical) {
    return 0;
  }

  @Override
  public void assume(Sql statement) {}

  @Override
  public List<Reference> references(Identifier physical) {
    return tables.values().stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(
                        c ->
                            c.definition() instanceof ConstraintDefinition.ForeignKey key
                                && key.references().value().equals(physical.value()))
                    .map(c -> new Reference(Optional.empty(), table.name(), c.physical())))
        .toList();
  }

  @Override
  public ReplicaIdentity replicaIdentity(Identifier physical) {
    return ReplicaIdentity.OF_NEW_TABLES;
  }

  /** Columns keep the name of their enum whatever becomes of its values, so none need be found. */
  @Override
  public Optional<HeldEnum> enumType(Identifier name) {
    return free
        .enumType(name)
        .map(
            type ->
                new HeldEnum(
                    name, name, NO_COLUMN, NO_COLUMN, type.values(), Optional.empty(), false));
  }

  @Override
  public List<TypeUse> usesOfType(Identifier name) {
    return List.of();
  }

  @Override
  public Optional<Extension> extension(Identifier name) {
    return Optional.empty();
  }

  @Override
  public Optional<Sequence> sequence(Identifier name) {
    return free.sequence(name);
  }
}
