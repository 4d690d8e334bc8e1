package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.plan.Work;
import dev.phase.schema.Constraint;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that change tables, each with the lock that it was measured to take. */
final class Ddl {

  private Ddl() {}

  static Statement alterTable(QualifiedName table, LockLevel level, Sql action) {
    return Statement.of(
        Sql.of("ALTER TABLE %s %s", table, action), new Lock(table, level));
  }

  /** The locks on tables whose foreign keys go: PostgreSQL also removes triggers from the targets. */
  static List<Lock> targets(Bases bases, List<TableKey> referenced) {
    return referenced.stream()
        .map(key -> new Lock(bases.table(key), LockLevel.ACCESS_EXCLUSIVE))
        .toList();
  }

  static Statement alterTable(QualifiedName table, Sql action) {
    return alterTable(table, LockLevel.ACCESS_EXCLUSIVE, action);
  }

  static Statement dropColumn(QualifiedName table, Identifier column) {
    return alterTable(table, Sql.of("DROP COLUMN %s", column));
  }

  /** For rollback, which may find anything between nothing and all of it. */
  static Statement dropColumnIfExists(QualifiedName table, Identifier column) {
    return alterTableIfExists(table, Sql.of("DROP COLUMN IF EXISTS %s", column));
  }

  /** Also where the table itself may not be there yet. */
  static Statement alterTableIfExists(QualifiedName table, Sql action) {
    return Statement.of(
        Sql.of("ALTER TABLE IF EXISTS %s %s", table, action),
        new Lock(table, LockLevel.ACCESS_EXCLUSIVE));
  }

  static Statement renameColumn(QualifiedName table, Identifier from, Identifier to) {
    return alterTable(table, Sql.of("RENAME COLUMN %s TO %s", from, to));
  }

  static Statement setDefault(
      QualifiedName table, Identifier column, Optional<SqlExpression> value) {
    return alterTable(
        table,
        value
            .map(v -> Sql.of("ALTER COLUMN %s SET DEFAULT %s", column, v))
            .orElseGet(() -> Sql.of("ALTER COLUMN %s DROP DEFAULT", column)));
  }

  /** A comment on a table or its column; absent for none. */
  static Statement comment(
      QualifiedName table, Optional<Identifier> column, Optional<String> text) {
    Sql value = text.map(t -> Sql.of("%s", new SqlLiteral(t))).orElse(new Sql("NULL"));
    return Statement.of(
        column
            .map(c -> Sql.of("COMMENT ON COLUMN %s.%s IS %s", table, c, value))
            .orElseGet(() -> Sql.of("COMMENT ON TABLE %s IS %s", table, value)),
        new Lock(table, LockLevel.SHARE_UPDATE_EXCLUSIVE));
  }

  /** The statement, which drops something, or a notice where other objects depend on that. */
  static Sql unlessInUse(Sql drop) {
    return unlessInUse(drop, List.of());
  }

  /** The same, where something else is done to what is in use. */
  static Sql unlessInUse(Sql drop, List<Sql> otherwise) {
    List<Sql> handler = new ArrayList<>();
    handler.add(new Sql("RAISE NOTICE '%', SQLERRM"));
    handler.addAll(otherwise);
    Sql block =
        Sql.of(
            "BEGIN\n%s;\nEXCEPTION WHEN dependent_objects_still_exist THEN\n%s;\nEND",
            drop, Sql.join(";\n", handler));
    return Sql.of("DO %s", new SqlLiteral(block.sql()));
  }

  static Statement validate(QualifiedName table, Identifier constraint) {
    return alterTable(
            table, LockLevel.SHARE_UPDATE_EXCLUSIVE, Sql.of("VALIDATE CONSTRAINT %s", constraint))
        .doing(new Work.Scan(table));
  }

  static Statement dropConstraintIfExists(QualifiedName table, Identifier constraint) {
    return alterTableIfExists(table, Sql.of("DROP CONSTRAINT IF EXISTS %s", constraint));
  }

  /** Gives a constraint the name that the user chose; nothing where it has it already. */
  static Optional<Statement> renameConstraint(QualifiedName table, Constraint constraint) {
    return constraint.physical().equals(constraint.name())
        ? Optional.empty()
        : Optional.of(
            alterTable(
                table,
                Sql.of(
                    "RENAME CONSTRAINT %s TO %s", constraint.physical(), constraint.name())));
  }

  static Statement renameIndex(Bases bases, Identifier from, Identifier to) {
    return Statement.of(
        Sql.of("ALTER INDEX %s RENAME TO %s", bases.in(from), to),
        new Lock(bases.in(from), LockLevel.SHARE_UPDATE_EXCLUSIVE));
  }

  static Statement dropIndexConcurrently(Bases bases, QualifiedName table, Identifier index) {
    return Statement.of(
        Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", bases.in(index)),
        new Lock(table, LockLevel.SHARE_UPDATE_EXCLUSIVE));
  }

  static Statement createIndexConcurrently(
      QualifiedName table, Identifier name, IndexDefinition index) {
    return Statement.of(
            Sql.of(
                "CREATE %s CONCURRENTLY %s ON %s",
                new Sql(index.unique() ? "UNIQUE INDEX" : "INDEX"),
                name,
                IndexText.of(table, index)),
            new Lock(table, LockLevel.SHARE_UPDATE_EXCLUSIVE))
        .doing(build(table, index));
  }

  private static Work build(QualifiedName table, IndexDefinition index) {
    List<Identifier> columns = new ArrayList<>(index.include());
    index.keys().forEach(key -> key.column().ifPresent(columns::add));
    long expressions = index.keys().stream().filter(key -> key.expression().isPresent()).count();
    return new Work.IndexBuild(table, columns, (int) expressions);
  }
}
