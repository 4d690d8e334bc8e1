package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.model.Snapshot;
import dev.phase.model.VersionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "snapshot",
    description = {
      "Write what the newest version looks like to a file beside the change files, for checks",
      "that have no database. Once is enough: later changes are added from their files."
    })
final class SnapshotCommand implements Callable<Integer> {

  private final Project project;

  SnapshotCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Path file = project.settings().changes().resolveSibling(VersionModel.SNAPSHOT);
    Snapshot snapshot;
    try (Engine engine = project.connect(Listener.NONE)) {
      snapshot = engine.inspection().snapshot();
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, snapshot.text());
    } catch (IOException e) {
      throw new PhaseException(
          ExitCode.INVALID,
          "The file " + file + " cannot be written. Make sure that you may write there.",
          e);
    }
    project.console().print(file + ": " + Words.count(snapshot.tables().size(), "table"));
    return ExitCode.OK.code();
  }
}
