package dev.phase.sql;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits SQL text into tokens, as far as Phase needs: which names occur, and whether the text can
 * stand inside a larger statement without reaching out of it.
 *
 * <p>The lexical rules are those of "Lexical Structure" in PostgreSQL's manual.
 */
final class SqlTokens {

  // Possessive, or the matcher would recurse once for each character of a string.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>--[^\\n]*|/\\*)"
              + "|(?<escape>[eE]'(?:[^'\\\\]|\\\\.|'')*+')"
              + "|(?<string>'(?:[^']|'')*+')"
              + "|(?<dollar>\\$(?<tag>[\\p{L}_][\\p{L}\\p{N}_]*)?\\$.*?\\$\\k<tag>\\$|\\$\\$.*?\\$\\$)"
              + "|(?<quoted>\"(?:[^\"]|\"\")++\")"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
              + "|(?<number>\\p{N}[\\p{L}\\p{N}_.]*)"
              + "|(?<space>\\s+)"
              + "|(?<other>.)",
          Pattern.DOTALL);

  private SqlTokens() {}

  static Set<String> identifiers(String text) {
    Set<String> names = new LinkedHashSet<>();
    scan(text, names);
    return names;
  }

  /**
   * Refuses text that could end the statement around it.
   *
   * @throws IllegalArgumentException with a message that names what is wrong
   */
  static void requireSelfContained(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("An expression must not be empty.");
    }
    scan(text, new LinkedHashSet<>());
  }

  /**
   * The words of a statement in upper case and its other characters, with a blank between them.
   * Comments and spaces are left out; a quote stands for a name or a text in quotes.
   */
  static String skeleton(String text) {
    StringJoiner tokens = new StringJoiner(" ");
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && token.find(at)) {
      at = token.end();
      if (token.group("comment") != null) {
        int end = token.group("comment").equals("/*") ? skipComment(text, at) : at;
        at = end < 0 ? text.length() : end;
      } else if (token.group("word") != null) {
        tokens.add(token.group("word").toUpperCase(Locale.ROOT));
      } else if (token.group("quoted") != null) {
        tokens.add("\"");
      } else if (token.group("other") != null || token.group("number") != null) {
        tokens.add(token.group());
      } else if (token.group("space") == null) {
        tokens.add("'");
      }
    }
    return tokens.toString();
  }

  private static void scan(String text, Set<String> names) {
    StringBuilder open = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length() && token.find(at)) {
      at = token.end();
      if (token.group("comment") != null && token.group("comment").equals("/*")) {
        at = endOfComment(text, at);
      } else if (token.group("word") != null) {
        names.add(token.group("word").toLowerCase(Locale.ROOT));
      } else if (token.group("quoted") != null) {
        String quoted = token.group("quoted");
        names.add(quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""));
      } else if (token.group("other") != null) {
        balance(token.group("other").charAt(0), open);
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("A bracket is not closed: %s".formatted(open));
    }
  }

  private static void balance(char c, StringBuilder open) {
    switch (c) {
      case '(', '[' -> open.append(c);
      case ')', ']' -> {
        char expected = c == ')' ? '(' : '[';
        if (open.isEmpty() || open.charAt(open.length() - 1) != expected) {
          throw new IllegalArgumentException("Unexpected '%s'.".formatted(c));
        }
        open.setLength(open.length() - 1);
      }
      case ';' -> throw new IllegalArgumentException("An expression must not contain ';'.");
      case '\'', '"' -> throw new IllegalArgumentException("A quote is not closed.");
      default -> {}
    }
  }

  private static int endOfComment(String text, int from) {
    int end = skipComment(text, from);
    if (end < 0) {
      throw new IllegalArgumentException("A comment is not closed.");
    }
    return end;
  }

  /** Block comments nest; below 0 where one is not closed. */
  private static int skipComment(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() - 1 && depth > 0) {
      if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
    return depth > 0 ? -1 : at;
  }
}
