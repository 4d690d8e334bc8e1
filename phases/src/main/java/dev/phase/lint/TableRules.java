package dev.phase.lint;

import static dev.phase.lint.SqlRule.error;
import static dev.phase.lint.SqlRule.warning;
import static dev.phase.lint.SqlText.shown;

import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Cluster_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_database_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Lock_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Truncate_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Vacuum_modeContext;

/** Whole tables, and what holds them. */
final class TableRules {

  private TableRules() {}

  static List<SqlRule<?>> all() {
    return List.of(
        error(
            "drop-table",
            Drop_statementsContext.class,
            (c, part) -> c.TABLE() != null && part.isExpand(),
            c -> "Older versions of the application still use the table.",
            "Use the operation `drop_table`, or drop it in `contract`."),
        error(
            "drop-schema",
            Drop_statementsContext.class,
            (c, part) -> c.SCHEMA() != null && part.isExpand(),
            c -> "Older versions of the application may still use what is in the schema.",
            "Drop it in `contract`."),
        error(
            "drop-database",
            Drop_database_statementContext.class,
            (c, part) -> true,
            c -> "A change must not drop a database.",
            "Remove the statement."),
        error(
            "rename-table",
            Alter_table_statementContext.class,
            (c, part) ->
                (c.rename_to() != null || c.set_schema() != null) && !part.isFree(c.name),
            c -> "Older versions of the application still use table %s by its name."
                .formatted(shown(c.name)),
            "Use the operation `rename_table`."),
        error(
            "truncate",
            Truncate_stmtContext.class,
            (c, part) -> part.isExpand(),
            c -> "TRUNCATE removes rows that older versions of the application still use.",
            "Remove it, or truncate in `contract`."),
        error(
            "rewrite-table",
            Script_additionalContext.class,
            (c, part) -> c.vacuum_mode() != null && isFull(c.vacuum_mode()),
            c -> "VACUUM FULL rewrites the table while nobody can use it.",
            "Remove it; a plain VACUUM or pg_repack do without."),
        error(
            "rewrite-table",
            Cluster_stmtContext.class,
            (c, part) -> true,
            c -> "CLUSTER rewrites the table while nobody can use it.",
            "Remove it; pg_repack does without."),
        error(
            "rewrite-table",
            Table_actionContext.class,
            (c, part) ->
                (c.set_logged() != null || c.set_tablespace() != null)
                    && !part.isFree(((Alter_table_statementContext) c.getParent()).name),
            c -> "SET %s rewrites the table while nobody can use it."
                .formatted(c.set_logged() == null ? "TABLESPACE" : "LOGGED or UNLOGGED"),
            "Make a new table, and move the rows in batches."),
        error(
            "refresh-not-concurrent",
            Additional_statementContext.class,
            (c, part) -> c.REFRESH() != null && c.CONCURRENTLY() == null,
            c -> "REFRESH blocks all readers of the materialized view.",
            "Write REFRESH MATERIALIZED VIEW CONCURRENTLY; it needs a unique index."),
        warning(
            "lock-table",
            Lock_tableContext.class,
            (c, part) -> true,
            c -> "The lock is held until the whole operation is done.",
            "Remove it, or keep the operation short."),
        error(
            "create-partition-of",
            Create_table_statementContext.class,
            (c, part) -> c.define_table() != null && c.define_table().define_partition() != null,
            c -> "PARTITION OF blocks everybody on the partitioned table.",
            "Create the table by itself, and ATTACH it."),
        warning(
            "attach-partition",
            Alter_partitionContext.class,
            (c, part) -> c.ATTACH() != null,
            c -> "ATTACH reads the whole new partition, unless a valid check proves its bounds.",
            "Add and validate such a check first; the default partition needs one as well."),
        error(
            "detach-not-concurrent",
            Alter_partitionContext.class,
            (c, part) -> c.DETACH() != null && c.CONCURRENTLY() == null && c.FINALIZE() == null,
            c -> "DETACH blocks everybody on the partitioned table.",
            "Write DETACH PARTITION … CONCURRENTLY, with `transaction: false`."));
  }

  private static boolean isFull(Vacuum_modeContext mode) {
    return mode.FULL() != null
        || mode.vacuum_option().stream()
            .anyMatch(option -> option.getStart().getText().equalsIgnoreCase("full"));
  }
}
