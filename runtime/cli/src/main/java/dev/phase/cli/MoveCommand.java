package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A verb that moves one version of the window by hand. */
abstract class MoveCommand implements Callable<Integer> {

  private final Project project;

  @Mixin private ReleaseOptions release;

  MoveCommand(Project project) {
    this.project = project;
  }

  /** Moves the version. */
  abstract Plan move(Engine engine, Release release);

  /** What happened, and what to do next; comes after the version's name. */
  abstract String outcome();

  @Override
  public final Integer call() {
    try (Engine engine = project.connect(project.workLog())) {
      project.stopSignal().onRequest(engine::stop);
      Plan plan = move(engine, release.release());
      project.console().print("Version " + plan.version() + " " + outcome());
    }
    return 0;
  }
}
