package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A constraint, added without a scan under a lock that blocks: declared first, proven afterwards. */
public record NewConstraint(TableKey on, Constraint constraint, Source source) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> prove(Bases bases) {
    ConstraintDefinition definition = constraint.definition();
    if (definition instanceof ConstraintDefinition.Unique unique) {
      return proveUnique(bases, unique);
    }
    return definition instanceof ConstraintDefinition.Opaque
        ? List.of(declareAtOnce(bases))
        : proveByScan(bases);
  }

  /** Only tables that the version itself has made get one that PostgreSQL cannot prove afterwards. */
  private SqlStep declareAtOnce(Bases bases) {
    Sql declare =
        Sql.of(
            "ADD CONSTRAINT %s %s",
            constraint.physical(), ConstraintText.of(constraint.definition(), bases));
    return SqlStep.transaction(
        "constraint:" + on + "." + constraint.physical(),
        "Hold the rows of the new table %s to %s".formatted(on, constraint.name()),
        List.of(Ddl.alterTable(bases.table(on), declare).from(source)));
  }

  /** A check locks its own table; a foreign key also locks the one that it points to. */
  private List<SqlStep> proveByScan(Bases bases) {
    String id = "constraint:" + on + "." + constraint.physical();
    boolean pointsTo = constraint.definition() instanceof ConstraintDefinition.ForeignKey;
    Sql declare =
        Sql.of(
            "ADD CONSTRAINT %s %s NOT VALID",
            constraint.physical(), ConstraintText.of(constraint.definition(), bases));
    return List.of(
        SqlStep.transaction(
            id + ":declare",
            "Hold new rows of %s to %s".formatted(on, constraint.name()),
            List.of(
                Ddl.alterTable(
                        bases.table(on),
                        pointsTo ? LockLevel.SHARE_ROW_EXCLUSIVE : LockLevel.ACCESS_EXCLUSIVE,
                        declare)
                    .alsoTaking(target(bases, LockLevel.SHARE_ROW_EXCLUSIVE))
                    .from(source))),
        SqlStep.transaction(
            id + ":validate",
            "Prove that the rows of %s keep %s".formatted(on, constraint.name()),
            List.of(
                Ddl.validate(bases.table(on), constraint.physical())
                    .alsoTaking(target(bases, LockLevel.ROW_SHARE))
                    .from(source))));
  }

  private List<Lock> target(Bases bases, LockLevel level) {
    return constraint.definition() instanceof ConstraintDefinition.ForeignKey key
        ? List.of(new Lock(bases.table(key.references()), level))
        : List.of();
  }

  private List<SqlStep> proveUnique(Bases bases, ConstraintDefinition.Unique unique) {
    Identifier name = constraint.physical();
    SqlStep build =
        SqlStep.alone(
            "index:" + name,
            "Build the unique index of %s on %s".formatted(constraint.name(), on),
            Ddl.createIndexConcurrently(bases.table(on), name, index(unique)).from(source),
            new Guard.ValidIndex(name));
    if (unique.primaryKey()) {
      return List.of(build);
    }
    Sql adopt =
        Sql.of(
            "ADD CONSTRAINT %s UNIQUE USING INDEX %s%s",
            name, name, unique.deferral().sql());
    return List.of(
        build,
        SqlStep.transaction(
            "constraint:" + on + "." + name,
            "Make it the constraint %s".formatted(constraint.name()),
            List.of(Ddl.alterTable(bases.table(on), adopt).from(source))));
  }

  /** The index that makes the constraint hold. */
  public static IndexDefinition index(ConstraintDefinition.Unique unique) {
    return new IndexDefinition(
        true,
        unique.nullsNotDistinct(),
        Identifier.of("btree"),
        unique.keys().stream().map(IndexDefinition.Key::of).toList(),
        unique.include(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return constraint.definition() instanceof ConstraintDefinition.Unique unique
            && unique.primaryKey()
        ? List.of(becomePrimaryKey(bases, unique))
        : Ddl.renameConstraint(bases.table(on), constraint).stream().toList();
  }

  /** Until then older versions may have another one; the index alone holds all of them to it. */
  private Statement becomePrimaryKey(Bases bases, ConstraintDefinition.Unique unique) {
    return Statement.of(
            Sql.of(
                "ALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY USING INDEX %s%s",
                bases.table(on),
                constraint.name(),
                constraint.physical(),
                unique.deferral().sql()),
            new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE),
            new Lock(bases.in(constraint.physical()), LockLevel.SHARE_UPDATE_EXCLUSIVE))
        .from(source);
  }

  /** A check goes with the rest; what an index or another table is part of goes before. */
  @Override
  public List<Statement> rollback(Bases bases) {
    return constraint.definition() instanceof ConstraintDefinition.ForeignKey
            || constraint.definition() instanceof ConstraintDefinition.Unique
        ? List.of()
        : List.of(drop(bases));
  }

  @Override
  public List<SqlStep> beforeRollback(Bases bases) {
    Identifier name = constraint.physical();
    SqlStep drop =
        SqlStep.transaction(
            "drop-constraint:" + on + "." + name,
            "Drop constraint %s".formatted(name),
            List.of(drop(bases)));
    if (constraint.definition() instanceof ConstraintDefinition.ForeignKey) {
      // Before what it points to, which may be on another table.
      return List.of(drop);
    }
    if (!(constraint.definition() instanceof ConstraintDefinition.Unique)) {
      return List.of();
    }
    // The index is the constraint's own once the constraint is there; alone, it must go by itself.
    return List.of(
        drop,
        SqlStep.alone(
            "drop-index:" + name,
            "Drop its index where the build was cut off",
            Ddl.dropIndexConcurrently(bases, bases.table(on), name),
            new Guard.Repeatable()));
  }

  private Statement drop(Bases bases) {
    List<TableKey> referenced =
        constraint.definition() instanceof ConstraintDefinition.ForeignKey key
            ? List.of(key.references())
            : List.of();
    return Ddl.dropConstraintIfExists(bases.table(on), constraint.physical())
        .alsoTaking(Ddl.targets(bases, referenced));
  }

  @Override
  public List<Rename> renames() {
    return List.of(
        new Rename(Rename.Kind.CONSTRAINT, constraint.physical(), constraint.name()));
  }
}
