package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence that newer versions want to count in another way.
 *
 * @param wanted what it is told at contract
 * @param loosening what of it happens at expand, since older versions do not mind
 * @param before what rollback gives back
 */
public record ChangedSequence(
    Identifier name,
    SequenceOptions wanted,
    SequenceOptions loosening,
    SequenceOptions before,
    Optional<SequenceOwner> owner,
    Source source)
    implements Need, Standalone {

  @Override
  public Optional<TableKey> table() {
    return owner.map(SequenceOwner::table);
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    return loosening.isEmpty()
        ? List.of()
        : List.of(step("Let sequence %s count further", List.of(alter(bases, loosening))));
  }

  @Override
  public List<SqlStep> contractSteps(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    if (!wanted.isEmpty()) {
      statements.add(alter(bases, wanted));
    }
    owner.ifPresent(o -> statements.add(o.tell(bases.in(name), bases).from(source)));
    return List.of(step("Let sequence %s count as newer versions want it", statements));
  }

  /** Where it has counted beyond its old limits, it stays wide. */
  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    if (loosening.isEmpty()) {
      return List.of();
    }
    Sql block =
        Sql.of(
            "BEGIN\n%s;\nEXCEPTION WHEN invalid_parameter_value THEN\nRAISE NOTICE '%%', SQLERRM;\nEND",
            alter(bases, before).sql());
    Statement alter =
        Statement.of(
            Sql.of("DO %s", new SqlLiteral(block.sql())),
            new Lock(bases.in(name), LockLevel.SHARE_ROW_EXCLUSIVE));
    return List.of(step("Let sequence %s count as before", List.of(alter)));
  }

  private SqlStep step(String purpose, List<Statement> statements) {
    return SqlStep.transaction("sequence:" + source, purpose.formatted(name), statements);
  }

  private Statement alter(Bases bases, SequenceOptions options) {
    return Statement.of(
            Sql.of("ALTER SEQUENCE %s %s", bases.in(name), options.sql()),
            new Lock(bases.in(name), LockLevel.SHARE_ROW_EXCLUSIVE))
        .from(source);
  }
}
