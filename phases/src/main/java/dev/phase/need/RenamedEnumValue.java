package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another name for a value of an enum type that nothing uses. */
public record RenamedEnumValue(Identifier name, String from, String to, Source source)
    implements Need, Standalone {

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return List.of(
        step(
            "Rename value '%s' of enum %s to '%s'".formatted(from, name, to),
            rename(bases, from, to)));
  }

  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return neverRun.contains(id())
        ? List.of()
        : List.of(
            step(
                "Rename value '%s' of enum %s back to '%s'".formatted(to, name, from),
                rename(bases, to, from)));
  }

  @Override
  public Optional<Sql> assumption(Bases bases) {
    return Optional.of(rename(bases, from, to));
  }

  private String id() {
    return "enum:" + source;
  }

  private SqlStep step(String purpose, Sql rename) {
    return SqlStep.transaction(id(), purpose, List.of(Statement.of(rename).from(source)));
  }

  private Sql rename(Bases bases, String old, String now) {
    return Sql.of(
        "ALTER TYPE %s RENAME VALUE %s TO %s",
        bases.in(name), new SqlLiteral(old), new SqlLiteral(now));
  }
}
