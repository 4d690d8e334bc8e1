package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that only newer versions know.
 *
 * @param created the table as the new version sees it
 * @param physical its name in the base schema until contract
 * @param body columns and constraints, as they stand between the parentheses
 */
public record NewTable(
    Table created, Identifier physical, Sql body, List<Sql> comments, Source source)
    implements Need {

  public NewTable {
    comments = List.copyOf(comments);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(created.key());
  }

  @Override
  public List<Statement> expand(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.of(Sql.of("CREATE TABLE %s (%s)", bases.in(physical), body)).from(source));
    comments.forEach(comment -> statements.add(Statement.of(comment)));
    return statements;
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return physical.equals(created.name())
        ? List.of()
        : List.of(
            Ddl.alterTable(bases.in(physical), Sql.of("RENAME TO %s", created.name())));
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return List.of(Statement.of(Sql.of("DROP TABLE IF EXISTS %s", bases.in(physical))));
  }

  @Override
  public Optional<Rename> rename() {
    return Optional.of(new Rename(Rename.Kind.TABLE, physical, created.name()));
  }
}
