package dev.phase.cli;

import dev.phase.engine.doctor.Check;
import java.util.List;

/** Shows what looks have found, for a reader. */
final class CheckPrinter {

  private static final int INDENT = 9;

  private final Console console;

  CheckPrinter(Console console) {
    this.console = console;
  }

  void print(List<Check> checks) {
    for (Check check : checks) {
      String mark = mark(check) + "  ";
      String indent = mark;
      for (String line :
          Words.lines(check.name() + ": " + check.detail(), console.width() - INDENT)) {
        String whole = indent + line;
        console.print(check.result() == Check.Result.PROBLEM ? console.red(whole) : whole);
        indent = " ".repeat(INDENT);
      }
      printRemedy(check.remedy().strip());
    }
  }

  /** SQL stays as it is, so that it can be copied. */
  private void printRemedy(String remedy) {
    if (!remedy.isEmpty()) {
      for (String line : remedy.split("\n")) {
        List<String> lines =
            remedy.endsWith(";") || remedy.contains("\n")
                ? List.of(line)
                : Words.lines(line, console.width() - INDENT);
        lines.forEach(part -> console.print(" ".repeat(INDENT) + part));
      }
    }
  }

  private static String mark(Check check) {
    return switch (check.result()) {
      case OK -> "ok     ";
      case WARNING -> "warning";
      case PROBLEM -> "problem";
    };
  }
}
