package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.execution.Listener;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Show the backfills of the versions in the window.")
final class BackfillListCommand implements Callable<Integer> {

  /** The whole of {@code phase backfill list -o json}. */
  record Document(List<Status.BackfillStatus> backfills) {}

  private final Project project;

  @Mixin private OutputOption output;
  @Mixin private WatchOption watch;

  BackfillListCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Engine engine = project.connect(Listener.NONE)) {
      watch.run(
          project,
          () -> {
            List<Status.BackfillStatus> backfills = engine.backfills().list();
            print(backfills);
            return backfills.stream().allMatch(WatchOption::isOver);
          });
    }
    return 0;
  }

  private void print(List<Status.BackfillStatus> backfills) {
    if (output.isJson()) {
      project.console().print(Json.of(new Document(backfills)));
      return;
    }
    if (backfills.isEmpty()) {
      project.console().print("No version in the window has a backfill.");
      return;
    }
    TextTable table = new TextTable("ID", "TABLE", "STATE", "ROWS", "RATE", "LEFT");
    for (Status.BackfillStatus run : backfills) {
      table.add(run.id(), run.table(), run.state(), rows(run), rate(run), left(run));
    }
    table.print(project.console());
    for (Status.BackfillStatus run : backfills) {
      if (!run.reason().isEmpty()) {
        project.console().print("");
        project.console().print(run.id() + ": " + run.reason());
      }
    }
  }

  private static String rows(Status.BackfillStatus run) {
    String rows = Words.grouped(run.rowsDone()) + " of " + Words.grouped(run.rowsTotal());
    return run.quarantined() == 0
        ? rows
        : rows + "\n" + Words.grouped(run.quarantined()) + " in quarantine";
  }

  private static String rate(Status.BackfillStatus run) {
    return run.rowsPerSecond() < 1
        ? "-"
        : Words.grouped(Math.round(run.rowsPerSecond())) + "/s";
  }

  private static String left(Status.BackfillStatus run) {
    return run.eta().map(Words::range).orElse("-");
  }
}
