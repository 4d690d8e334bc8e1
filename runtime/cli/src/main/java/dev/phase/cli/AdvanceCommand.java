package dev.phase.cli;

import dev.phase.change.ChangeFile;
import dev.phase.engine.Advanced;
import dev.phase.engine.Engine;
import dev.phase.engine.Status;
import dev.phase.engine.gate.Waiting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "advance",
    description = {
      "Bring every new change in as one version, and let old versions go.",
      "Call it in every release. It can be stopped at any point and run again."
    })
final class AdvanceCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  @Option(
      names = "--detach",
      description = "wait for no backfill: leave it, and the rest, to `phase worker`; needs one at work")
  private boolean detach;

  AdvanceCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      List<ChangeFile> files = project.files(engine);
      project.stopSignal().onRequest(engine::stop);
      Advanced advanced =
          detach
              ? engine.begin(files, release.release())
              : engine.advance(files, release.release());
      print(advanced, advanced.published().isPresent() ? engine.inspection().status() : null);
    }
    return 0;
  }

  private void print(Advanced advanced, Status status) {
    Console console = project.console();
    for (String notice : advanced.notices()) {
      console.say(notice);
    }
    for (String resumed : advanced.resumed()) {
      console.print("Finished what an earlier command had begun: " + resumed + ".");
    }
    for (String version : advanced.retired()) {
      console.print("Version " + version + " is retired; `phase restore` brings it back.");
    }
    for (String version : advanced.contracted()) {
      console.print("Version " + version + " is gone.");
    }
    if (advanced.published().isPresent()) {
      console.print(Messages.live(advanced.published().get(), status));
    }
    if (!advanced.preparing().isEmpty()) {
      console.print(
          "Left to the workers: " + String.join(", ", advanced.preparing())
              + ". Run `phase wait` to see the newest version live.");
    } else if (advanced.isEmpty()) {
      console.print("Nothing to do: the database has every change, and no version can move.");
    }
    for (Waiting waiting : advanced.waiting()) {
      console.print("Waits for " + waiting.gate() + ": " + waiting.detail());
    }
  }
}
