package dev.phase.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL on lines of a terminal: long ones are broken at blanks that mean nothing. Text in quotes that
 * goes on over several lines is taken for the body of a function.
 */
final class SqlLines {

  private static final String CONTINUED = "    ";

  private final int width;
  private final List<String> lines = new ArrayList<>();
  private boolean inBody;

  private SqlLines(int width) {
    this.width = width;
  }

  /** The lines, none of them wider than this where they have such blanks. */
  static List<String> of(String sql, int width) {
    SqlLines lines = new SqlLines(width);
    for (String line : sql.split("\n", -1)) {
      lines.fold(line);
    }
    return lines.lines;
  }

  private void fold(String line) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String more = indent + CONTINUED;
    String prefix = "";
    int start = 0;
    List<Integer> blanks = blanks(line, indent.length());
    for (int i = 0; i < blanks.size(); i++) {
      int next = i + 1 < blanks.size() ? blanks.get(i + 1) : line.length();
      if (prefix.length() + next - start > width) {
        lines.add(prefix + line.substring(start, blanks.get(i)));
        start = blanks.get(i) + 1;
        prefix = more;
      }
    }
    lines.add(prefix + line.substring(start));
  }

  /** Where the line may be broken: neither in quotes nor in a comment. */
  private List<Integer> blanks(String line, int from) {
    List<Integer> blanks = new ArrayList<>();
    char quote = 0;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && line.startsWith("--", i)) {
        return blanks;
      }
      if (inBody && c == '\'' && !line.startsWith("''", i)) {
        inBody = false;
        quote = 0;
      } else if (c == '"' || c == '\'') {
        i += inBody && c == '\'' ? 1 : 0;
        quote = quote == 0 ? c : quote == c ? 0 : quote;
      } else if (c == ' ' && quote == 0) {
        blanks.add(i);
      }
    }
    inBody |= quote == '\'';
    return blanks;
  }
}
