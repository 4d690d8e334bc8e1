package dev.phase.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text with a header. Where it is too wide, the widest column folds its cells. */
final class TextTable {

  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row; a cell may have several lines. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** Prints it with its header in bold, as wide as the terminal. */
  void print(Console console) {
    List<String> lines = lines(console.width());
    console.print(console.bold(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      console.print(line);
    }
  }

  /** The lines, none of them wider than this unless the table has too many columns. */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      addRow(row, widths, lines);
    }
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], longestLine(row.get(i)));
      }
    }
    while (total(widths) > width && widths[widest(widths)] > NARROWEST) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = GAP.length() * widths.length;
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private static int longestLine(String cell) {
    int longest = 0;
    for (String line : split(cell)) {
      longest = Math.max(longest, line.length());
    }
    return longest;
  }

  private static void addRow(List<String> row, int[] widths, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> folded = fold(row.get(i), widths[i]);
      cells.add(folded);
      height = Math.max(height, folded.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        List<String> cell = cells.get(i);
        String part = line < cell.size() ? cell.get(line) : "";
        text.append(GAP).append(part).append(" ".repeat(widths[i] - part.length()));
      }
      lines.add(text.toString().stripTrailing());
    }
  }

  private static List<String> fold(String cell, int width) {
    List<String> folded = new ArrayList<>();
    for (String line : split(cell)) {
      String rest = line;
      while (rest.length() > width) {
        int at = breakAt(rest, width);
        folded.add(rest.substring(0, at).stripTrailing());
        rest = rest.substring(at).stripLeading();
      }
      folded.add(rest);
    }
    return folded;
  }

  /** After a blank or an underscore in the second half of the line, else where it is full. */
  private static int breakAt(String line, int width) {
    if (line.charAt(width) == ' ') {
      return width;
    }
    for (int at = width; at > width / 2; at--) {
      char before = line.charAt(at - 1);
      if (before == ' ' || before == '_') {
        return at;
      }
    }
    return width;
  }

  private static List<String> split(String cell) {
    return List.of(cell.split("\n", -1));
  }
}
