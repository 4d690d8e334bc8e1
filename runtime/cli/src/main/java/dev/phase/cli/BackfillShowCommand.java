package dev.phase.cli;

import dev.phase.backfill.QuarantinedRow;
import dev.phase.backfill.RunDetails;
import dev.phase.engine.BackfillDetails;
import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.execution.Listener;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show everything about one backfill.")
final class BackfillShowCommand implements Callable<Integer> {

  private final Project project;

  @Parameters(paramLabel = "ID", description = "as `phase backfill list` shows it")
  private String id;

  @Mixin private OutputOption output;
  @Mixin private WatchOption watch;

  BackfillShowCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Engine engine = project.connect(Listener.NONE)) {
      watch.run(
          project,
          () -> {
            BackfillDetails details = engine.backfills().show(id);
            print(details);
            return WatchOption.isOver(details.backfill());
          });
    }
    return 0;
  }

  private void print(BackfillDetails details) {
    Console console = project.console();
    if (output.isJson()) {
      console.print(Json.of(details));
      return;
    }
    Status.BackfillStatus run = details.backfill();
    console.print(
        "Backfill of " + run.table() + " for " + run.change() + ": " + run.state()
            + (run.reason().isEmpty() ? "" : " (" + run.reason() + ")"));
    ProgressBar bar =
        new ProgressBar(
            run.rowsDone(),
            run.rowsTotal(),
            run.rowsPerSecond(),
            run.eta());
    console.print("  " + bar.drawn(console.width() - 2));
    console.print(
        "  " + Words.count(details.rowsChanged(), "row") + " written, "
            + Words.grouped(details.rowsMended()) + " mended, in "
            + Words.count(details.batches(), "batch", "batches") + " of "
            + Words.duration(Duration.ofMillis((long) (details.workingSeconds() * 1000)))
            + ", " + Words.grouped(details.walBytes() >> 20) + " MB logged");
    details.settings().forEach((key, value) -> console.print("  " + key + ": " + value));
    details
        .throttledSeconds()
        .forEach(
            (cause, seconds) ->
                console.print(
                    "  waited " + Words.duration(Duration.ofSeconds(seconds.longValue()))
                        + ": " + cause));
    details.waivedBy().ifPresent(who -> console.print("  waived by " + who));
    printQuarantine(details);
    printAudit(details);
  }

  private void printQuarantine(BackfillDetails details) {
    if (details.quarantine().isEmpty()) {
      return;
    }
    project.console().print("");
    TextTable table = new TextTable("QUARANTINED ROW", "SQLSTATE", "ERROR");
    for (QuarantinedRow row : details.quarantine()) {
      table.add(row.rowName(), row.sqlState(), row.message());
    }
    table.print(project.console());
  }

  private void printAudit(BackfillDetails details) {
    if (details.audit().isEmpty()) {
      return;
    }
    project.console().print("");
    TextTable table = new TextTable("TIME (UTC)", "BY", "ACTION", "BEFORE", "AFTER");
    for (RunDetails.AuditEntry entry : details.audit()) {
      table.add(
          HistoryPrinter.time(entry.at()),
          entry.actor() + "@" + entry.host(),
          entry.action(),
          entry.before(),
          entry.after());
    }
    table.print(project.console());
  }
}
