package dev.phase.lint;

import static dev.phase.lint.SqlRule.error;
import static dev.phase.lint.SqlRule.warning;
import static dev.phase.lint.SqlText.below;
import static dev.phase.lint.SqlText.lastName;
import static dev.phase.lint.SqlText.shown;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/** Columns. */
final class ColumnRules {

  private static final String ADD = "Use the operation `add_column`.";
  private static final String ALTER = "Use the operation `alter_column`.";

  /** Those of PostgreSQL and its usual extensions that defaults are made of. */
  private static final Set<String> VOLATILE =
      Set.of(
          "random", "gen_random_uuid", "uuidv4", "uuidv7", "uuid_generate_v1", "uuid_generate_v4",
          "clock_timestamp", "timeofday", "nextval", "gen_salt", "gen_random_bytes");

  private ColumnRules() {}

  static List<SqlRule<?>> all() {
    return List.of(
        error(
            "add-column-rewrite",
            Table_actionContext.class,
            (c, part) -> adds(c, part) && rewrites(c.table_column_definition()),
            c -> "Adding column %s rewrites all of %s while nobody can use it."
                .formatted(column(c), table(c)),
            ADD),
        error(
            "add-column-not-null",
            Table_actionContext.class,
            (c, part) ->
                adds(c, part)
                    && has(c, b -> b.NOT() != null && b.NULL() != null)
                    && !has(c, b -> b.DEFAULT() != null || b.identity_body() != null),
            c -> "Adding column %s fails as soon as %s has a row.".formatted(column(c), table(c)),
            "Use the operation `add_column` with a `default` or `up`."),
        error(
            "add-column-constraint",
            Table_actionContext.class,
            (c, part) ->
                adds(c, part)
                    && has(
                        c,
                        b ->
                            b.CHECK() != null
                                || b.UNIQUE() != null
                                || b.PRIMARY() != null
                                || b.REFERENCES() != null && has(c, d -> d.DEFAULT() != null)),
            c -> "The constraint of column %s is proven while nobody can use %s."
                .formatted(column(c), table(c)),
            ADD),
        error(
            "set-not-null",
            Column_actionContext.class,
            (c, part) ->
                c.SET() != null && c.NOT() != null && c.NULL() != null && !part.isFree(of(c).name),
            c -> "SET NOT NULL reads all of %s while nobody can use it, and older versions may write NULL."
                .formatted(shown(of(c).name)),
            ALTER),
        error(
            "drop-not-null",
            Column_actionContext.class,
            (c, part) ->
                c.DROP() != null && c.NOT() != null && c.NULL() != null && part.isExpand(),
            c -> "Older versions of the application do not expect a NULL from %s."
                .formatted(shown(of(c).name)),
            "Use the operation `alter_column` with `nullable: true`, and say with `down` what they see."),
        error(
            "change-type",
            Column_actionContext.class,
            (c, part) -> c.data_type() != null && c.TYPE() != null && !part.isFree(of(c).name),
            c -> "A change of type may rewrite %s while nobody can use it, and older versions read the new type."
                .formatted(shown(of(c).name)),
            ALTER),
        warning(
            "change-default",
            Column_actionContext.class,
            (c, part) -> (c.set_def_column() != null || c.drop_def() != null) && part.isExpand(),
            c -> "The new default holds for older versions of the application, too.",
            ALTER),
        error(
            "drop-column",
            Table_actionContext.class,
            (c, part) ->
                c.DROP() != null && c.column != null && part.isExpand() && !part.isFree(of(c).name),
            c -> "Older versions of the application still use the columns of %s.".formatted(table(c)),
            "Use the operation `drop_column`."),
        error(
            "rename-column",
            Alter_table_statementContext.class,
            (c, part) ->
                c.RENAME() != null && c.TO() != null && c.CONSTRAINT() == null && !part.isFree(c.name),
            c -> "Older versions of the application still use the columns of %s by their names."
                .formatted(shown(c.name)),
            "Use the operation `rename_column`."));
  }

  private static boolean adds(Table_actionContext action, SqlPart part) {
    return action.ADD() != null
        && action.table_column_definition() != null
        && !part.isFree(of(action).name);
  }

  private static boolean has(Table_actionContext action, Predicate<Constr_bodyContext> kind) {
    return action.table_column_definition().constraint_common().stream()
        .anyMatch(c -> c.constr_body() != null && kind.test(c.constr_body()));
  }

  private static boolean rewrites(Table_column_definitionContext column) {
    String type = lastName(column.data_type());
    return type.endsWith("serial")
        || column.constraint_common().stream()
            .map(c -> c.constr_body())
            .filter(b -> b != null)
            .anyMatch(
                b ->
                    b.identity_body() != null
                        || b.GENERATED() != null && b.VIRTUAL() == null
                        || b.DEFAULT() != null && isVolatile(b));
  }

  private static boolean isVolatile(Constr_bodyContext body) {
    return below(body, Function_callContext.class).stream()
        .anyMatch(call -> VOLATILE.contains(lastName(call.schema_qualified_name_nontype())));
  }

  private static Alter_table_statementContext of(Table_actionContext action) {
    return (Alter_table_statementContext) action.getParent();
  }

  private static Alter_table_statementContext of(Column_actionContext action) {
    return of((Table_actionContext) action.getParent());
  }

  private static String table(Table_actionContext action) {
    return shown(of(action).name);
  }

  private static String column(Table_actionContext action) {
    return shown(action.table_column_definition().identifier());
  }
}
