package dev.phase.lint;

import static dev.phase.lint.SqlRule.error;
import static dev.phase.lint.SqlRule.warning;
import static dev.phase.lint.SqlText.lastName;
import static dev.phase.lint.SqlText.shown;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Reindex_stmtContext;

/** Indexes. */
final class IndexRules {

  private static final int MANY_COLUMNS = 3;

  private IndexRules() {}

  static List<SqlRule<?>> all() {
    return List.of(
        error(
            "index-not-concurrent",
            Create_index_statementContext.class,
            (c, part) -> c.CONCURRENTLY() == null && !part.isFree(c.table_name),
            c -> "CREATE INDEX blocks all writes to %s until it is built.".formatted(shown(c.table_name)),
            "Use the operation `create_index`, or CONCURRENTLY with `transaction: false`."),
        error(
            "drop-index-not-concurrent",
            Drop_statementsContext.class,
            (c, part) -> c.INDEX() != null && c.CONCURRENTLY() == null,
            c -> "DROP INDEX waits for, and then blocks, everybody on its table.",
            "Use the operation `drop_index`, or CONCURRENTLY with `transaction: false`."),
        error(
            "reindex-not-concurrent",
            Reindex_stmtContext.class,
            (c, part) -> c.CONCURRENTLY() == null && !hasOption(c, "concurrently"),
            c -> "REINDEX blocks all writes to the table until it is done.",
            "Write REINDEX INDEX CONCURRENTLY, with `transaction: false`."),
        error(
            "concurrently-in-transaction",
            ParserRuleContext.class,
            (c, part) -> part.transaction() && isConcurrentIndex(c),
            c -> "PostgreSQL refuses CONCURRENTLY in a transaction.",
            "Add `transaction: false` to the operation."),
        warning(
            "index-not-rerunnable",
            Create_index_statementContext.class,
            (c, part) -> !part.transaction() && c.if_not_exists() == null,
            c -> "A run that was cut off cannot be repeated: index %s may be there, and invalid."
                .formatted(shown(c.name)),
            "Use the operation `create_index`, which finds and rebuilds invalid indexes."),
        warning(
            "index-if-not-exists",
            Create_index_statementContext.class,
            (c, part) -> !part.transaction() && c.if_not_exists() != null,
            c -> "IF NOT EXISTS takes an invalid index %s, left by a build that was cut off, for a good one."
                .formatted(shown(c.name)),
            "Use the operation `create_index`, which finds and rebuilds invalid indexes."),
        warning(
            "index-hash",
            Create_index_statementContext.class,
            (c, part) -> "hash".equals(lastName(c.index_rest().method)),
            c -> "A hash index such as %s serves equality alone, and cannot be unique.".formatted(shown(c.name)),
            "Use btree."),
        warning(
            "index-many-columns",
            Create_index_statementContext.class,
            (c, part) ->
                c.UNIQUE() == null
                    && c.index_rest().index_columns().index_column().size() > MANY_COLUMNS,
            c -> "Index %s has more than three columns; later ones seldom help.".formatted(shown(c.name)),
            "Keep the columns that queries select by, or INCLUDE the others."));
  }

  private static boolean isConcurrentIndex(ParserRuleContext node) {
    return node instanceof Create_index_statementContext create && create.CONCURRENTLY() != null
        || node instanceof Drop_statementsContext drop && drop.CONCURRENTLY() != null
        || node instanceof Reindex_stmtContext reindex && reindex.CONCURRENTLY() != null;
  }

  private static boolean hasOption(Reindex_stmtContext reindex, String option) {
    return reindex.reindex_options() != null
        && reindex.reindex_options().getText().toLowerCase(java.util.Locale.ROOT).contains(option);
  }
}
