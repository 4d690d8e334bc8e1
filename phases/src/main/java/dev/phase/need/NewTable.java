package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table that only newer versions know.
 *
 * @param created the table as the new version sees it
 * @param physical its name in the base schema until contract
 * @param columns their definitions, as they stand between the parentheses
 * @param comments statements that comment on it and its columns
 */
public record NewTable(
    Table created, Identifier physical, List<Sql> columns, List<Sql> comments, Source source)
    implements Need {

  public NewTable {
    columns = List.copyOf(columns);
    comments = List.copyOf(comments);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(created.key());
  }

  @Override
  public List<Statement> expand(Bases bases) {
    List<Sql> body = new ArrayList<>(columns);
    for (Constraint constraint : created.constraints()) {
      body.add(
          Sql.of(
              "CONSTRAINT %s %s",
              constraint.physical(), ConstraintText.of(constraint.definition(), bases)));
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.of(Sql.of("CREATE TABLE %s (%s)", bases.in(physical), Sql.list(body)))
            .alsoTaking(locksOnReferenced(bases))
            .from(source));
    comments.forEach(comment -> statements.add(Statement.of(comment)));
    return statements;
  }

  private List<Lock> locksOnReferenced(Bases bases) {
    return referenced().stream()
        .map(key -> new Lock(bases.table(key), LockLevel.SHARE_ROW_EXCLUSIVE))
        .toList();
  }

  private List<TableKey> referenced() {
    return created.referencedBy(
        created.columns().stream().map(Column::physical).collect(Collectors.toSet()));
  }

  @Override
  public List<Statement> contract(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    created
        .constraints()
        .forEach(c -> Ddl.renameConstraint(bases.in(physical), c).ifPresent(statements::add));
    if (!physical.equals(created.name())) {
      statements.add(
          Ddl.alterTable(bases.in(physical), Sql.of("RENAME TO %s", created.name())));
    }
    return statements;
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return List.of(
        Statement.of(
                Sql.of("DROP TABLE IF EXISTS %s", bases.in(physical)),
                new Lock(bases.in(physical), LockLevel.ACCESS_EXCLUSIVE))
            .alsoTaking(Ddl.targets(bases, referenced())));
  }

  @Override
  public List<Rename> renames() {
    List<Rename> renames = new ArrayList<>();
    created
        .constraints()
        .forEach(c -> renames.add(new Rename(Rename.Kind.CONSTRAINT, c.physical(), c.name())));
    renames.add(new Rename(Rename.Kind.TABLE, physical, created.name()));
    return renames;
  }
}
