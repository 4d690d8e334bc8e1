package dev.phase.need;

import dev.phase.plan.Guard;
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

/**
 * A value that an enum type gets for good: PostgreSQL cannot take one away.
 *
 * @param place where it sorts
 */
public record NewEnumValue(Identifier name, String value, Place place, Source source)
    implements Need, Standalone {

  /**
   * Next to another value.
   *
   * @param neighbour absent for the end
   */
  public record Place(boolean before, Optional<String> neighbour) {

    Sql sql() {
      return neighbour
          .map(n -> Sql.of(before ? " BEFORE %s" : " AFTER %s", new SqlLiteral(n)))
          .orElse(new Sql(""));
    }
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  /** On its own, so that the steps after it may use the value. */
  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return List.of(
        SqlStep.alone(
            "enum:" + source,
            "Add value '%s' to enum %s".formatted(value, name),
            Statement.of(
                    Sql.of(
                        "ALTER TYPE %s ADD VALUE IF NOT EXISTS %s%s",
                        bases.in(name), new SqlLiteral(value), place.sql()))
                .from(source),
            new Guard.Repeatable()));
  }

  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    Sql notice =
        Sql.of(
            "BEGIN\nRAISE NOTICE USING MESSAGE = %s;\nEND",
            new SqlLiteral("Value '%s' stays in enum %s.".formatted(value, name)));
    return List.of(
        SqlStep.transaction(
            "enum:" + source,
            "Leave value '%s' in enum %s, since PostgreSQL cannot remove it".formatted(value, name),
            List.of(Statement.of(Sql.of("DO %s", new SqlLiteral(notice.sql()))))));
  }
}
