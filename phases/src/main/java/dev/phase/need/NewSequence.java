package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sequence that only newer versions know. */
public record NewSequence(
    Identifier name, SequenceOptions options, Optional<SequenceOwner> owner, Source source)
    implements Need, Standalone {

  /** {@code CREATE SEQUENCE}, without the owner. */
  public static Sql create(QualifiedName name, SequenceOptions options) {
    return options.isEmpty()
        ? Sql.of("CREATE SEQUENCE %s", name)
        : Sql.of("CREATE SEQUENCE %s %s", name, options.sql());
  }

  @Override
  public Optional<TableKey> table() {
    return owner.map(SequenceOwner::table);
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.of(create(bases.in(name), options)).from(source));
    owner.ifPresent(o -> statements.add(o.tell(bases.in(name), bases).from(source)));
    return List.of(
        SqlStep.transaction(
            "sequence:" + source, "Create sequence %s".formatted(name), statements));
  }

  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return List.of(
        SqlStep.transaction(
            "sequence:" + source,
            "Drop sequence %s".formatted(name),
            List.of(
                Statement.of(
                    Sql.of("DROP SEQUENCE IF EXISTS %s", bases.in(name)),
                    new Lock(bases.in(name), LockLevel.ACCESS_EXCLUSIVE)))));
  }

  @Override
  public Optional<Sql> assumption(Bases bases) {
    return Optional.of(create(bases.in(name), options));
  }
}
