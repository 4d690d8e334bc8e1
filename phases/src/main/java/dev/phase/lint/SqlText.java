package dev.phase.lint;

import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * SQL as PostgreSQL's grammar reads it.
 *
 * @param root the whole text
 * @param errors where it is not understood
 */
record SqlText(SQLParser.SqlContext root, List<Error> errors) {

  /** A place, counted from 1, that the grammar does not allow. */
  record Error(int line, String near) {}

  static SqlText parse(String sql) {
    List<Error> errors = new ArrayList<>();
    BaseErrorListener listener =
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException e) {
            String text = sql.lines().skip(line - 1L).findFirst().orElse("");
            errors.add(new Error(line, text.substring(Math.min(column, text.length())).strip()));
          }
        };
    SQLLexer lexer = new SQLLexer(CharStreams.fromString(sql));
    SQLParser parser = new SQLParser(new CommonTokenStream(lexer));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    return new SqlText(parser.sql(), errors);
  }

  /** Every node of the text, parents first. */
  List<ParserRuleContext> nodes() {
    List<ParserRuleContext> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  /** The nodes of one kind below another one. */
  static <C extends ParserRuleContext> List<C> below(ParserRuleContext node, Class<C> kind) {
    List<ParserRuleContext> nodes = new ArrayList<>();
    collect(node, nodes);
    return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static void collect(ParserRuleContext node, List<ParserRuleContext> nodes) {
    nodes.add(node);
    for (int i = 0; i < node.getChildCount(); i++) {
      if (node.getChild(i) instanceof ParserRuleContext child) {
        collect(child, nodes);
      }
    }
  }

  /** The last part of a name as the catalog stores it; empty where there is none. */
  static String lastName(ParseTree name) {
    if (name == null) {
      return "";
    }
    ParseTree last = name;
    while (last.getChildCount() > 0) {
      last = last.getChild(last.getChildCount() - 1);
    }
    String text = last.getText();
    return text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  /** The same, quoted where PostgreSQL needs it. */
  static String shown(ParseTree name) {
    String last = lastName(name);
    return last.isEmpty() ? "a table" : Identifier.of(last).toString();
  }
}
