package dev.phase.cli;

import dev.phase.backfill.Actor;
import dev.phase.engine.Backfills;
import dev.phase.engine.Backfills.Wish;
import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pause}, {@code resume}, {@code cancel}, {@code retry} and {@code waive}. */
@Command
final class BackfillAskCommand implements Callable<Integer> {

  /** Which ones. */
  static final class Selection {
    @Parameters(
        arity = "1..*",
        paramLabel = "ID",
        description = "as `phase backfill list` shows it")
    private List<String> ids;

    @Option(names = "--all", required = true, description = "every backfill that is not done")
    private boolean all;
  }

  private final Project project;
  private final Wish wish;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Selection selection;

  BackfillAskCommand(Project project, Wish wish) {
    this.project = project;
    this.wish = wish;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(Listener.NONE)) {
      Backfills backfills = engine.backfills();
      for (String id : ids(backfills)) {
        backfills.ask(id, wish, actor());
        project.console().print("Backfill " + id + " is " + wish.participle() + ".");
      }
    }
    return 0;
  }

  private List<String> ids(Backfills backfills) {
    return selection.all
        ? backfills.list().stream()
            .filter(run -> !run.state().equals("done"))
            .map(Status.BackfillStatus::id)
            .toList()
        : selection.ids;
  }

  /** Who runs this command, as in the deployment log. */
  static Actor actor() {
    Release release = new ReleaseOptions().release();
    return new Actor(release.actor(), release.host());
  }
}
