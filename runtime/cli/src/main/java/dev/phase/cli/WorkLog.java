package dev.phase.cli;

import dev.phase.backfill.Progress;
import dev.phase.backfill.Stage;
import dev.phase.engine.execution.Blocker;
import dev.phase.engine.execution.Listener;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a person or a deploy log what the engine does. May be called from any thread. */
final class WorkLog implements Listener {

  private final Console console;
  private final LiveLine line;
  private Map<String, Duration> waits = Map.of();

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
    waits = Map.of();
    line.restart();
    if (console.isTerminal()) {
      line.show("  " + step.purpose() + " …", "");
    }
    line.restart();
  }

  @Override
  public synchronized void finished(Step step, Duration took) {
    line.restart();
    line.say(
        "  " + step.purpose()
            + console.faint(" (" + Words.duration(took) + waited(waits) + ")"));
  }

  @Override
  public synchronized void blocked(Step step, Blocker blocker) {
    line.say("  Waiting to " + lowerCase(step.purpose()) + ": behind " + blocker);
  }

  @Override
  public synchronized void progress(Progress progress) {
    waits = progress.throttled();
    String verb = progress.stage() == Stage.CONVERT ? "Backfill " : "Verify ";
    String what = "  " + verb + progress.table().name();
    ProgressBar bar =
        new ProgressBar(
            progress.rowsDone(), progress.rowsTotal(), progress.rowsPerSecond(), progress.eta());
    String hold = progress.hold().map(why -> ", waits: " + why).orElse("");
    line.show(drawn(what, bar, hold), what + ": " + bar.spoken() + hold + waited(waits));
  }

  /** While it waits, the reason is what matters. */
  private String drawn(String what, ProgressBar bar, String hold) {
    int room = console.width() - what.length() - 2;
    if (!hold.isEmpty()) {
      String rows = bar.still().drawn(room - hold.length());
      boolean fits = rows.length() + hold.length() <= room;
      return what + " " + (fits ? rows : bar.percent() + " %") + hold;
    }
    Duration all = waits.values().stream().reduce(Duration.ZERO, Duration::plus);
    String waited = all.isZero() ? "" : ", waited " + Words.duration(all);
    boolean fits = bar.spoken().length() + waited.length() < room;
    return fits
        ? what + " " + bar.drawn(room - waited.length()) + waited
        : what + " " + bar.drawn(room);
  }

  /** {@code ; waited 3 min: replica lag, 2 s: a vacuum}, longest first. */
  private static String waited(Map<String, Duration> waits) {
    return waits.isEmpty()
        ? ""
        : waits.entrySet().stream()
            .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
            .map(wait -> Words.duration(wait.getValue()) + ": " + wait.getKey())
            .collect(Collectors.joining(", ", "; waited ", ""));
  }

  @Override
  public synchronized void notice(String message) {
    line.say(message);
  }

  private static String lowerCase(String purpose) {
    return Character.toLowerCase(purpose.charAt(0)) + purpose.substring(1);
  }
}
