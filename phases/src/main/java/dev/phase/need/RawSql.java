package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.plan.Work;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL that the user wrote; Phase runs it as it stands. */
public record RawSql(
    Optional<Sql> expand,
    Optional<Sql> atContract,
    Optional<Sql> undo,
    boolean transaction,
    Source source)
    implements Need, Standalone {

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  /** The user's SQL for expand; it runs where it stands between the other operations. */
  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return steps("expand", expand);
  }

  /** The user's SQL for contract; it runs when the tables have their new shape. */
  @Override
  public List<SqlStep> contractSteps(Bases bases) {
    return steps("contract", atContract);
  }

  /**
   * The user's SQL that takes the expand back; nothing where that surely did not happen. Outside a
   * transaction nobody can be sure.
   *
   * @param neverRun the ids of steps that are not recorded as done
   */
  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    boolean surelyNot = transaction && neverRun.contains(id("expand"));
    return surelyNot ? List.of() : steps("undo", undo);
  }

  private List<SqlStep> steps(String part, Optional<Sql> sql) {
    Source origin = source.child(part);
    String purpose = "Run the SQL of " + origin;
    return sql.map(text -> Statement.of(text).from(origin).doing(new Work.Unknown()))
        .map(
            statement ->
                transaction
                    ? SqlStep.transaction(id(part), purpose, List.of(statement))
                    : SqlStep.alone(id(part), purpose, statement, new Guard.Repeatable()))
        .stream()
        .toList();
  }

  private String id(String part) {
    return "sql:" + source.child(part);
  }
}
