package dev.phase.planning;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.Extension;
import dev.phase.schema.Generation;
import dev.phase.schema.HeldEnum;
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
import java.util.List;
import java.util.Optional;

/** Passes every question on to another catalog. */
abstract class ForwardingCatalog implements Catalog {

  private final Catalog catalog;

  ForwardingCatalog(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<Table> table(Identifier physical) {
    return catalog.table(physical);
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
  public IndexDefinition rename(IndexDefinition index, Renaming renaming) {
    return catalog.rename(index, renaming);
  }

  @Override
  public SqlExpression rename(SqlExpression check, Renaming renaming) {
    return catalog.rename(check, renaming);
  }

  @Override
  public Retyping retyping(Identifier table, Column from, Column to) {
    return catalog.retyping(table, from, to);
  }

  @Override
  public SqlType canonical(SqlType type) {
    return catalog.canonical(type);
  }

  @Override
  public boolean castsBySession(SqlType from, SqlType to) {
    return catalog.castsBySession(from, to);
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    return catalog.isVolatile(expression);
  }

  @Override
  public Optional<String> constant(SqlExpression expression) {
    return catalog.constant(expression);
  }

  @Override
  public void tryOut(Sql statement, String remedy) {
    catalog.tryOut(statement, remedy);
  }

  @Override
  public List<QualifiedName> requireRemakable(
      TableKey table, Identifier original, Column instead) {
    return catalog.requireRemakable(table, original, instead);
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
  public int columnNumbers(Identifier physical) {
    return catalog.columnNumbers(physical);
  }

  @Override
  public ReplicaIdentity replicaIdentity(Identifier physical) {
    return catalog.replicaIdentity(physical);
  }

  @Override
  public Optional<HeldEnum> enumType(Identifier name) {
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
  public Generation generation(Identifier table, Identifier column) {
    return catalog.generation(table, column);
  }

  @Override
  public Optional<Sequence> sequence(Identifier name) {
    return catalog.sequence(name);
  }
}
