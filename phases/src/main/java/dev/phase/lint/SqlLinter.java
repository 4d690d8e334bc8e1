package dev.phase.lint;

import dev.phase.problem.Place;
import dev.phase.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;

/** Applies the rules for SQL; apart from the others, since its grammar is slow to load. */
final class SqlLinter {

  static final List<SqlRule<?>> RULES =
      Stream.of(
              IndexRules.all(),
              ConstraintRules.all(),
              ColumnRules.all(),
              TableRules.all(),
              OtherRules.all())
          .<SqlRule<?>>flatMap(List::stream)
          .toList();

  private SqlLinter() {}

  static void lint(Sql text, SqlPart part, Findings findings) {
    SqlText parsed = SqlText.parse(text.sql());
    for (SqlText.Error error : parsed.errors()) {
      findings.add(
          "syntax",
          Severity.WARNING,
          part.at(error.line()),
          "PostgreSQL's grammar does not expect \"%s\" here.".formatted(error.near()),
          "Correct it, unless it is newer than PostgreSQL 18.");
    }
    if (parsed.errors().isEmpty()) {
      for (ParserRuleContext node : parsed.nodes()) {
        RULES.forEach(rule -> rule.check(node, part, findings));
      }
    }
  }

  /** The tables that the text creates. */
  static Set<String> created(Sql text) {
    Set<String> created = new HashSet<>();
    for (ParserRuleContext node : SqlText.parse(text.sql()).nodes()) {
      if (node instanceof Create_table_statementContext table) {
        created.add(SqlText.lastName(table.name));
      } else if (node instanceof Create_table_as_statementContext table) {
        created.add(SqlText.lastName(table.name));
      }
    }
    return created;
  }
}
