package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
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
    String id = "constraint:" + on + "." + constraint.physical();
    return List.of(
        SqlStep.transaction(
            id + ":declare",
            "Hold new rows of %s to %s".formatted(on, constraint.name()),
            List.of(declare(bases))),
        SqlStep.transaction(
            id + ":validate",
            "Prove that the rows of %s keep %s".formatted(on, constraint.name()),
            List.of(validate(bases))));
  }

  private Statement declare(Bases bases) {
    QualifiedName table = bases.table(on);
    if (constraint.definition() instanceof ConstraintDefinition.ForeignKey key) {
      QualifiedName references = bases.table(key.references());
      Sql action =
          Sql.of(
              "ADD CONSTRAINT %s %s NOT VALID", constraint.physical(), foreignKey(key, references));
      return new Statement(
          Sql.of("ALTER TABLE %s %s", table, action),
          List.of(
              new Lock(table.name(), LockLevel.SHARE_ROW_EXCLUSIVE),
              new Lock(references.name(), LockLevel.SHARE_ROW_EXCLUSIVE)),
          Optional.of(source));
    }
    ConstraintDefinition.Check check = (ConstraintDefinition.Check) constraint.definition();
    return Ddl.alterTable(
            table,
            Sql.of(
                "ADD CONSTRAINT %s CHECK %s NOT VALID", constraint.physical(), check.expression()))
        .from(source);
  }

  private Statement validate(Bases bases) {
    Statement validate = Ddl.validate(bases.table(on), constraint.physical());
    if (constraint.definition() instanceof ConstraintDefinition.ForeignKey key) {
      List<Lock> locks = new ArrayList<>(validate.locks());
      locks.add(new Lock(bases.table(key.references()).name(), LockLevel.ROW_SHARE));
      return new Statement(validate.sql(), locks, Optional.of(source));
    }
    return validate.from(source);
  }

  private List<SqlStep> proveUnique(Bases bases, ConstraintDefinition.Unique unique) {
    Identifier name = constraint.physical();
    IndexDefinition index =
        new IndexDefinition(
            true,
            unique.nullsNotDistinct(),
            Identifier.of("btree"),
            unique.keys().stream().map(IndexDefinition.Key::of).toList(),
            unique.include(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    return List.of(
        SqlStep.alone(
            "index:" + name,
            "Build the unique index of %s on %s".formatted(constraint.name(), on),
            Ddl.createIndexConcurrently(bases.table(on), name, index).from(source),
            new Guard.ValidIndex(name)),
        SqlStep.transaction(
            "constraint:" + on + "." + name,
            "Make it the constraint %s".formatted(constraint.name()),
            List.of(
                Ddl.alterTable(
                        bases.table(on),
                        Sql.of(
                            "ADD CONSTRAINT %s %s USING INDEX %s%s",
                            name,
                            new Sql(unique.primaryKey() ? "PRIMARY KEY" : "UNIQUE"),
                            name,
                            deferral(unique.deferral())))
                    .from(source))));
  }

  /** The text of a foreign key, wherever it is declared. */
  static Sql foreignKey(ConstraintDefinition.ForeignKey key, QualifiedName references) {
    return Sql.of(
        "FOREIGN KEY (%s) REFERENCES %s (%s)%s ON DELETE %s ON UPDATE %s%s",
        Sql.list(key.keys()),
        references,
        Sql.list(key.referencedColumns()),
        new Sql(key.matchFull() ? " MATCH FULL" : ""),
        new Sql(key.onDelete().name().replace('_', ' ')),
        new Sql(key.onUpdate().name().replace('_', ' ')),
        deferral(key.deferral()));
  }

  /** The text that says when a constraint is checked; empty for the usual. */
  static Sql deferral(Deferral deferral) {
    return new Sql(
        switch (deferral) {
          case NOT_DEFERRABLE -> "";
          case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
          case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        });
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return constraint.physical().equals(constraint.name())
        ? List.of()
        : List.of(
            Ddl.alterTable(
                bases.table(on),
                Sql.of(
                    "RENAME CONSTRAINT %s TO %s", constraint.physical(), constraint.name())));
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return List.of(Ddl.dropConstraintIfExists(bases.table(on), constraint.physical()));
  }

  @Override
  public List<SqlStep> rollbackApart(Bases bases) {
    if (!(constraint.definition() instanceof ConstraintDefinition.Unique)) {
      return List.of();
    }
    // The index is the constraint's own once the constraint is there; alone, it must go by itself.
    Identifier name = constraint.physical();
    return List.of(
        SqlStep.transaction(
            "drop-constraint:" + on + "." + name,
            "Drop constraint %s".formatted(name),
            List.of(Ddl.dropConstraintIfExists(bases.table(on), name))),
        SqlStep.alone(
            "drop-index:" + name,
            "Drop its index where the build was cut off",
            Ddl.dropIndexConcurrently(bases, bases.table(on), name),
            new Guard.Repeatable()));
  }

  @Override
  public Optional<Rename> rename() {
    return Optional.of(
        new Rename(Rename.Kind.CONSTRAINT, constraint.physical(), constraint.name()));
  }
}
