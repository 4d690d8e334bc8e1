package dev.phase.cli;

import dev.phase.backfill.Progress;
import dev.phase.backfill.Stage;
import dev.phase.engine.execution.Blocker;
import dev.phase.engine.execution.Listener;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells a person or a deploy log what the engine does. May be called from any thread. */
final class WorkLog implements Listener {

  private final Console console;
  private final LiveLine line;
  private final Set<Integer> blockers = new HashSet<>();

  WorkLog(Console console, Clock clock) {
    this.console = console;
    this.line = new LiveLine(console, clock);
  }

  @Override
  public synchronized void started(Plan plan, boolean resumed) {
    String move = plan.move().name().toLowerCase(Locale.ROOT) + " " + plan.version();
    line.say(
        console.bold(resumed ? "Go on with " + move : Words.capitalise(move))
            + " (" + Words.count(plan.steps().size(), "step") + ")");
  }

  @Override
  public synchronized void preparing(String version) {
    line.say(console.bold("Prepare " + version));
  }

  @Override
  public synchronized void started(Step step) {
    blockers.clear();
    line.restart();
    if (console.isTerminal()) {
      line.show("  " + step.purpose() + " …", "");
    }
    line.restart();
  }

  @Override
  public synchronized void finished(Step step, Duration took) {
    line.restart();
    line.say("  " + step.purpose() + console.faint(" (" + Words.duration(took) + ")"));
  }

  @Override
  public synchronized void blocked(Step step, Blocker blocker) {
    if (blockers.add(blocker.pid())) {
      line.say("  Waiting to " + lowerCase(step.purpose()) + ": behind " + blocker);
    }
  }

  @Override
  public synchronized void progress(Progress progress) {
    String verb = progress.stage() == Stage.CONVERT ? "Backfill " : "Verify ";
    ProgressBar bar =
        new ProgressBar(
            progress.rowsDone(), progress.rowsTotal(), progress.rowsPerSecond(), progress.eta());
    String what = "  " + verb + progress.table().name();
    String waits = progress.hold().map(why -> ", waits: " + why).orElse("");
    int room = console.width() - what.length() - waits.length() - 2;
    line.show(what + " " + bar.drawn(room) + waits, what + ": " + bar.spoken() + waits);
  }

  @Override
  public synchronized void notice(String message) {
    line.say(message);
  }

  private static String lowerCase(String purpose) {
    return Character.toLowerCase(purpose.charAt(0)) + purpose.substring(1);
  }
}
