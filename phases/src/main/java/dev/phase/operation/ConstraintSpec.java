package dev.phase.operation;

import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Optional;

/** A constraint to create; exactly one of check, unique, primary_key, foreign_key and exclude. */
public record ConstraintSpec(
    Identifier name,
    Optional<SqlExpression> check,
    List<Identifier> unique,
    List<Identifier> primaryKey,
    Optional<ForeignKeySpec> foreignKey,
    Optional<ExclusionSpec> exclude,
    List<Identifier> include,
    boolean nullsNotDistinct,
    Optional<Deferral> deferrable) {}
