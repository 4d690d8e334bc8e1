package dev.phase.cli;

import dev.phase.engine.state.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Shows the deployment log, for a reader. */
final class HistoryPrinter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Console console;

  HistoryPrinter(Console console) {
    this.console = console;
  }

  void print(List<LogEntry> history) {
    if (history.isEmpty()) {
      console.print("No version has moved yet.");
      return;
    }
    TextTable table = new TextTable("TIME (UTC)", "MOVE", "VERSION", "RELEASE", "BY", "OUTCOME");
    for (LogEntry entry : history) {
      table.add(
          time(entry.startedAt()),
          entry.move(),
          entry.version(),
          release(entry),
          entry.actor() + "@" + entry.host(),
          outcome(entry));
    }
    table.print(console);
    for (LogEntry entry : history) {
      if (entry.failure().isPresent()) {
        console.print("");
        String text =
            Words.capitalise(entry.move()) + " " + entry.version() + ": " + entry.failure().get();
        for (String line : text.split("\n")) {
          Words.lines(line, console.width()).forEach(console::print);
        }
      }
    }
  }

  private static String release(LogEntry entry) {
    String release = entry.release().orElse("-");
    return entry.applicationVersion().isEmpty()
        ? release
        : release + "\n(" + entry.applicationVersion().get() + ")";
  }

  private static String outcome(LogEntry entry) {
    if (entry.finishedAt().isEmpty()) {
      return entry.failure().isPresent() ? "failed" : entry.outcome();
    }
    if (entry.outcome().equals("done") && entry.failure().isPresent()) {
      return "done, then failed";
    }
    return entry.outcome() + " in " + took(entry.startedAt(), entry.finishedAt().get());
  }

  private static String took(Instant start, Instant end) {
    return Words.duration(Duration.between(start, end));
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
