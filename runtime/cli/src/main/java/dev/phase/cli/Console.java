package dev.phase.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/**
 * Where a command prints: results to out, everything else to err. Always UTF-8. May be used from any
 * thread.
 *
 * @param isTerminal whether a person looks at it: progress is drawn in place
 * @param hasColours whether to print escape sequences for colours
 * @param width columns of a line
 * @param secrets what never appears on err
 */
record Console(
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    boolean hasColours,
    int width,
    Secrets secrets) {

  /** The width that tables are made for. */
  static final int DEFAULT_WIDTH = 80;

  private static final int NARROWEST = 40;

  /** The console of this process. */
  static Console system(Map<String, String> environment) {
    boolean terminal = Terminal.isAttached() && !"dumb".equals(environment.get("TERM"));
    String noColour = environment.get("NO_COLOR");
    return new Console(
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)),
        terminal,
        terminal && (noColour == null || noColour.isEmpty()),
        width(environment.get("COLUMNS")),
        new Secrets());
  }

  static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** A line of the result. */
  void print(String line) {
    out.println(line);
  }

  /** A line about the work, without secrets. */
  void say(String line) {
    err.println(secrets.hide(line));
  }

  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Of help texts. */
  CommandLine.Help.ColorScheme colourScheme() {
    return CommandLine.Help.defaultColorScheme(
        hasColours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  String bold(String text) {
    return escape("1", text);
  }

  String faint(String text) {
    return escape("2", text);
  }

  String red(String text) {
    return escape("31", text);
  }

  private String escape(String code, String text) {
    return hasColours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private static int width(String columns) {
    if (columns == null) {
      return DEFAULT_WIDTH;
    }
    try {
      return Math.max(NARROWEST, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
