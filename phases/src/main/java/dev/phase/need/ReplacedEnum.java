package dev.phase.need;

import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An enum type that newer versions have in the place of another one. At contract it takes that one's
 * name, once the oldest version's views are gone.
 *
 * @param name what both are called in their versions
 * @param physical the newer one's name until contract
 * @param renaming the same two names, as PostgreSQL prints them
 */
public record ReplacedEnum(
    Identifier name,
    Identifier physical,
    List<String> values,
    Optional<String> comment,
    TypeRenaming renaming,
    Source source)
    implements Need, Standalone {

  public ReplacedEnum {
    values = List.copyOf(values);
  }

  /** The type as its version knows it. */
  public HeldEnum type() {
    return new HeldEnum(
        name, physical, renaming.to(), renaming.from(), values, comment, false);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.empty();
  }

  @Override
  public List<SqlStep> expandSteps(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.of(NewEnum.create(bases.in(physical), values)).from(source));
    comment
        .map(c -> Sql.of("COMMENT ON TYPE %s IS %s", bases.in(physical), new SqlLiteral(c)))
        .map(Statement::of)
        .ifPresent(statements::add);
    return List.of(
        SqlStep.transaction(
            "enum:" + source,
            "Create the enum that newer versions call %s".formatted(name),
            statements));
  }

  @Override
  public List<SqlStep> lastContractSteps(Bases bases) {
    Sql aside =
        Sql.of("ALTER TYPE %s RENAME TO %s", bases.in(name), GeneratedName.of(physical.value(), "old"));
    return List.of(
        SqlStep.transaction(
            "enum:" + physical,
            "Drop the old enum %s, and give its name to the one in its place".formatted(name),
            List.of(
                Statement.of(
                    Ddl.unlessInUse(Sql.of("DROP TYPE IF EXISTS %s", bases.in(name)), List.of(aside))),
                Statement.of(
                    Sql.of("ALTER TYPE %s RENAME TO %s", bases.in(physical), name)))));
  }

  @Override
  public List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return List.of(
        SqlStep.transaction(
            "enum:" + source,
            "Drop the enum that newer versions call %s".formatted(name),
            List.of(Statement.of(Sql.of("DROP TYPE IF EXISTS %s", bases.in(physical))))));
  }
}
