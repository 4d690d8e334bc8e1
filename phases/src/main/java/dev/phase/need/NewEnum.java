package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An enum type that only newer versions know. */
public record NewEnum(Identifier name, List<String> values, Source source)
    implements Need, Standalone {

  public NewEnum {
    values = List.copyOf(values);
  }

  public static Sql create(QualifiedName name, List<String> values) {
    return Sql.of(
        "CREATE TYPE %s AS ENUM (%s)", name, Sql.list(values.stream().map(SqlLiteral::new).toList()));
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return List.of(
        SqlStep.transaction(
            "enum:" + source,
            "Create enum %s".formatted(name),
            List.of(Statement.of(create(bases.in(name), values)).from(source))));
  }

  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return List.of(
        SqlStep.transaction(
            "enum:" + source,
            "Drop enum %s".formatted(name),
            List.of(Statement.of(Sql.of("DROP TYPE IF EXISTS %s", bases.in(name))))));
  }

  @Override
  public Optional<Sql> assumption(Bases bases) {
    return Optional.of(create(bases.in(name), values));
  }
}
