package dev.phase.lint;

import static dev.phase.lint.SqlRule.error;
import static dev.phase.lint.SqlRule.warning;
import static dev.phase.lint.SqlText.below;
import static dev.phase.lint.SqlText.shown;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_extension_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_policy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_trigger_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Rule_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;

/** Transactions, rows, types, functions, and what other systems rely on. */
final class OtherRules {

  private static final String BACKFILL =
      "Convert rows with `up` of `add_column` or `alter_column`, which works in batches.";

  private OtherRules() {}

  static List<SqlRule<?>> all() {
    return List.of(
        error(
            "transaction-statement",
            Script_transactionContext.class,
            (c, part) -> c.lock_table() == null,
            c -> "Phase begins and ends the transaction; %s here breaks it."
                .formatted(c.getStart().getText().toUpperCase(java.util.Locale.ROOT)),
            "Remove the statement, or say `transaction: false`."),
        error(
            "data-change",
            Update_stmt_for_psqlContext.class,
            (c, part) -> !part.isFree(c.update_table_name),
            c -> "UPDATE of %s locks its rows until all are done."
                .formatted(shown(c.update_table_name)),
            BACKFILL),
        error(
            "data-change",
            Delete_stmt_for_psqlContext.class,
            (c, part) -> !part.isFree(c.delete_table_name),
            c -> "DELETE from %s locks its rows until all are done."
                .formatted(shown(c.delete_table_name)),
            "Delete in batches, outside of a change."),
        warning(
            "data-change",
            Insert_stmt_for_psqlContext.class,
            (c, part) ->
                c.select_stmt() != null
                    && c.getText().toUpperCase(java.util.Locale.ROOT).contains("FROM")
                    && !part.isFree(c.insert_table_name),
            c -> "INSERT … SELECT into %s is one transaction, however many rows there are."
                .formatted(shown(c.insert_table_name)),
            "Insert in batches, outside of a change, where they are many."),
        error(
            "data-change",
            Merge_stmt_for_psqlContext.class,
            (c, part) -> true,
            c -> "MERGE locks its rows until all are done.",
            BACKFILL),
        warning(
            "data-change-with-ddl",
            SqlContext.class,
            (c, part) -> part.transaction() && writes(c) && altersTables(c),
            c -> "The strong lock of ALTER TABLE is held while rows are written.",
            "Put them into operations of their own."),
        error(
            "rename-enum-value",
            Alter_type_statementContext.class,
            (c, part) -> c.RENAME() != null && c.VALUE() != null,
            c -> "Older versions of the application still use the value of %s."
                .formatted(shown(c.name)),
            "Use the operation `rename_enum_value`."),
        warning(
            "add-enum-value",
            Alter_type_statementContext.class,
            (c, part) -> c.ADD() != null && c.VALUE() != null,
            c -> "A value of %s cannot be taken back, and not be used in the same transaction."
                .formatted(shown(c.name)),
            "Use the operation `add_enum_value`."),
        warning(
            "drop-trigger",
            Drop_trigger_statementContext.class,
            (c, part) -> true,
            c -> "DROP TRIGGER waits for, and then blocks, everybody on %s."
                .formatted(shown(c.table_name)),
            "Let its function do nothing first, and drop it in `contract`."),
        warning(
            "drop-cascade",
            ParserRuleContext.class,
            (c, part) -> dropsCascading(c),
            c -> "CASCADE drops whatever depends on it, also what nobody thought of.",
            "Drop what depends on it by name."),
        warning(
            "other-systems",
            ParserRuleContext.class,
            (c, part) -> concernsOthers(c),
            c -> "Privileges, policies, replica identities and extensions change for all versions at once.",
            "Make sure that older versions of the application and other consumers can live with it."));
  }

  private static boolean writes(SqlContext sql) {
    return below(sql, Data_statementContext.class).stream().anyMatch(d -> d.select_stmt() == null);
  }

  private static boolean altersTables(SqlContext sql) {
    return below(sql, Schema_alterContext.class).stream()
        .anyMatch(a -> a.alter_table_statement() != null);
  }

  private static boolean dropsCascading(ParserRuleContext node) {
    if (node instanceof Drop_function_statementContext function) {
      return function.cascade_restrict() != null && function.cascade_restrict().CASCADE() != null;
    }
    if (node instanceof Drop_statementsContext drop) {
      var cascade = drop.if_exist_names_restrict_cascade().cascade_restrict();
      return cascade != null && cascade.CASCADE() != null;
    }
    return false;
  }

  private static boolean concernsOthers(ParserRuleContext node) {
    return node instanceof Rule_commonContext
        || node instanceof Create_policy_statementContext
        || node instanceof Alter_policy_statementContext
        || node instanceof Alter_extension_statementContext
        || node instanceof Drop_statementsContext drop && drop.SEQUENCE() != null
        || node instanceof Table_actionContext action
            && (action.REPLICA() != null && action.IDENTITY() != null
                || action.ROW() != null && action.SECURITY() != null);
  }
}
