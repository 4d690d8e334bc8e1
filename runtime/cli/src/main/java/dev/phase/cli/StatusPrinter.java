package dev.phase.cli;

import dev.phase.engine.Status;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows where everything stands, for a reader. */
final class StatusPrinter {

  private static final String DONE = "done";
  private static final String QUEUED = "queued";

  private final Console console;

  StatusPrinter(Console console) {
    this.console = console;
  }

  void print(Status status) {
    console.print(
        "Schema " + status.schema() + " has " + Words.count(status.versions().size(), "version")
            + ", oldest first.");
    console.print("");
    printVersions(status);
    printBackfills(status.backfills());
    printWaiting(status.waiting());
    printDrift(status.drift());
  }

  private void printVersions(Status status) {
    Map<String, String> phases = new HashMap<>();
    for (Status.ChangeStatus change : status.changes()) {
      phases.put(change.id(), change.phase());
    }
    TextTable table = new TextTable("VERSION", "STATE", "SCHEMA", "CHANGES");
    for (Status.VersionStatus version : status.versions()) {
      table.add(
          version.name(), version.state(), version.schema(), changes(version.changes(), phases));
    }
    table.print(console);
  }

  private static String changes(List<String> ids, Map<String, String> phases) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      text.append(text.isEmpty() ? "" : "\n").append(id);
      String phase = phases.get(id);
      text.append(phase == null ? "" : " (" + phase + ")");
    }
    return text.isEmpty() ? "-" : text.toString();
  }

  private void printBackfills(List<Status.BackfillStatus> backfills) {
    boolean first = true;
    for (Status.BackfillStatus backfill : backfills) {
      if (backfill.state().equals(DONE)) {
        continue;
      }
      if (first) {
        console.print("");
        console.print(console.bold("Backfills"));
        first = false;
      }
      print(backfill);
      if (!backfill.state().equals(QUEUED)) {
        console.print("    " + bar(backfill).drawn(console.width() - 4));
      }
      if (backfill.quarantined() > 0) {
        console.print(
            "    " + Words.count(backfill.quarantined(), "row") + " could not be converted.");
      }
    }
  }

  /** A reason of a few words stands beside the state, a longer one below it. */
  private void print(Status.BackfillStatus backfill) {
    String begin = "  " + backfill.table() + ", " + backfill.state();
    String end = ", for " + backfill.change();
    String whole =
        isBlank(backfill.reason())
            ? begin + end
            : begin + " (" + backfill.reason() + ")" + end;
    if (whole.length() <= console.width()) {
      console.print(whole);
      return;
    }
    console.print(begin + end);
    for (String line : Words.lines(backfill.reason(), console.width() - 4)) {
      console.print("    " + line);
    }
  }

  private static ProgressBar bar(Status.BackfillStatus backfill) {
    return new ProgressBar(
        backfill.rowsDone(),
        backfill.rowsTotal(),
        backfill.rowsPerSecond(),
        backfill.eta());
  }

  private void printWaiting(List<Waiting> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    console.print("");
    console.print(console.bold("Waiting"));
    TextTable table = new TextTable("GATE", "DETAIL");
    for (Waiting wait : waiting) {
      table.add(wait.gate(), wait.detail());
    }
    List<String> lines = table.lines(console.width());
    for (String line : lines.subList(1, lines.size())) {
      console.print(line);
    }
  }

  private void printDrift(List<Drift> drift) {
    if (drift.isEmpty()) {
      return;
    }
    console.print("");
    console.print(console.red("Drift"));
    for (Drift object : drift) {
      console.print("  " + object.describe());
    }
    console.print("  `phase doctor` shows how it was.");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
