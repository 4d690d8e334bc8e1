package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An extension that was not there before this version.
 *
 * @param schema absent for the base schema, or the one that the extension insists on
 * @param version absent for the server's default
 */
public record NewExtension(
    Identifier name, Optional<Identifier> schema, Optional<String> version, Source source)
    implements Need, Standalone {

  /** Bears that another session was faster. */
  public Sql create() {
    List<SqlFragment> parts = new ArrayList<>();
    parts.add(Sql.of("CREATE EXTENSION IF NOT EXISTS %s", name));
    schema.ifPresent(s -> parts.add(Sql.of("SCHEMA %s", s)));
    version.ifPresent(v -> parts.add(Sql.of("VERSION %s", new SqlLiteral(v))));
    return Sql.join(" ", parts);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return List.of(
        SqlStep.transaction(
            "extension:" + source,
            "Create extension %s".formatted(name),
            List.of(Statement.of(create()).from(source))));
  }

  /** What has come to depend on it outside of this version keeps it. */
  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return List.of(
        SqlStep.transaction(
            "extension:" + source,
            "Drop extension %s".formatted(name),
            List.of(Statement.of(Ddl.unlessInUse(Sql.of("DROP EXTENSION IF EXISTS %s", name))))));
  }

  @Override
  public Optional<Sql> assumption(Bases bases) {
    return Optional.of(create());
  }
}
