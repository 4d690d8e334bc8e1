package dev.phase.lint;

import static dev.phase.lint.SqlRule.error;
import static dev.phase.lint.SqlRule.warning;
import static dev.phase.lint.SqlText.below;
import static dev.phase.lint.SqlText.shown;

import java.util.List;
import java.util.function.Predicate;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_domain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Validate_constraintContext;

/** Constraints. */
final class ConstraintRules {

  private ConstraintRules() {}

  static List<SqlRule<?>> all() {
    return List.of(
        error(
            "check-not-valid",
            Table_actionContext.class,
            (c, part) -> adds(c, part, b -> b.CHECK() != null),
            c -> "Adding a check reads all of %s while nobody can use it.".formatted(table(c)),
            "Use the operation `add_constraint`, or add it NOT VALID and VALIDATE it in another operation."),
        error(
            "foreign-key-not-valid",
            Table_actionContext.class,
            (c, part) -> adds(c, part, b -> b.REFERENCES() != null),
            c -> "Adding a foreign key to %s blocks writes to both tables while all rows are compared."
                .formatted(table(c)),
            "Use the operation `add_constraint`, or add it NOT VALID and VALIDATE it in another operation."),
        error(
            "unique-without-index",
            Table_actionContext.class,
            (c, part) -> adds(c, part, ConstraintRules::buildsIndex),
            c -> "PostgreSQL would build the index while nobody can use %s.".formatted(table(c)),
            "Use the operation `add_constraint`, or build the index CONCURRENTLY and add it USING INDEX."),
        error(
            "exclude-constraint",
            Table_actionContext.class,
            (c, part) -> adds(c, part, b -> b.EXCLUDE() != null),
            c -> "An exclusion constraint is built while nobody can use %s.".formatted(table(c)),
            "Add it to a new, empty table and move the rows."),
        error(
            "validate-in-same-transaction",
            SqlContext.class,
            (c, part) -> part.transaction() && declaresAndValidates(c),
            c -> "The lock of NOT VALID is held while VALIDATE reads the whole table.",
            "Put VALIDATE into an operation of its own."),
        warning(
            "several-foreign-keys",
            SqlContext.class,
            (c, part) -> part.transaction() && foreignKeys(c) > 1,
            c -> "Several foreign keys in one transaction lock all their tables together.",
            "Put each into an operation of its own."),
        warning(
            "drop-constraint",
            Table_actionContext.class,
            (c, part) -> c.drop_constraint() != null && part.isExpand(),
            c -> "Older versions of the application may rely on the constraint of %s.".formatted(table(c)),
            "Use the operation `drop_constraint`, which drops it at contract."),
        error(
            "domain-constraint",
            Alter_domain_statementContext.class,
            (c, part) ->
                c.ADD() != null && c.VALID() == null
                    || c.validate_constraint() != null
                    || c.SET() != null && c.NULL() != null,
            c -> "PostgreSQL blocks writes to every table that uses domain %s while it checks them."
                .formatted(shown(c.name)),
            "Add a check to each table with the operation `add_constraint`."));
  }

  /** Whether the action adds such a constraint to a table in use, and has it checked at once. */
  private static boolean adds(
      Table_actionContext action, SqlPart part, Predicate<Constr_bodyContext> kind) {
    Constraint_commonContext constraint = action.tabl_constraint;
    return action.ADD() != null
        && constraint != null
        && constraint.VALID() == null
        && !part.isFree(statement(action).name)
        && kind.test(constraint.constr_body());
  }

  /** With USING INDEX it names no columns. */
  private static boolean buildsIndex(Constr_bodyContext body) {
    return (body.UNIQUE() != null || body.PRIMARY() != null)
        && body.names_without_overlaps() != null;
  }

  private static boolean declaresAndValidates(SqlContext sql) {
    boolean declares =
        below(sql, Constraint_commonContext.class).stream().anyMatch(c -> c.VALID() != null);
    return declares && !below(sql, Validate_constraintContext.class).isEmpty();
  }

  private static long foreignKeys(SqlContext sql) {
    return below(sql, Table_actionContext.class).stream()
        .flatMap(action -> below(action, Constr_bodyContext.class).stream())
        .filter(body -> body.REFERENCES() != null)
        .count();
  }

  private static Alter_table_statementContext statement(Table_actionContext action) {
    return (Alter_table_statementContext) action.getParent();
  }

  private static String table(Table_actionContext action) {
    return shown(statement(action).name);
  }
}
