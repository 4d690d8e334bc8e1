package dev.phase.cli.demo;

import dev.phase.backfill.Progress;
import dev.phase.engine.Blocker;
import dev.phase.engine.Listener;
import dev.phase.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Tells what happens and why: chapters, steps of the engine, and the applications' counters. */
final class Narrator implements Listener {

  private final Screen screen;
  private final List<Meter> meters = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> running = new AtomicReference<>("");
  private final AtomicReference<Optional<Progress>> progress =
      new AtomicReference<>(Optional.empty());

  Narrator(Screen screen) {
    this.screen = screen;
    screen.show(this::moving);
  }

  void chapter(String title) {
    screen.line("");
    screen.line(screen.bold(title));
  }

  void say(String text) {
    text.lines().forEach(line -> screen.line("  " + line));
  }

  void quote(String text) {
    text.lines().forEach(line -> screen.line(screen.faint("    | " + line)));
  }

  /** Shows the counters of an application from now on. */
  void follow(Application application) {
    meters.add(new Meter(application));
  }

  @Override
  public void started(Step step) {
    running.set(step.purpose());
    progress.set(Optional.empty());
  }

  @Override
  public void finished(Step step, Duration took) {
    String rows =
        progress.getAndSet(Optional.empty()).map(p -> rate(p.rowsTotal(), took)).orElse("");
    running.set("");
    screen.line("    %-62s %9s%s".formatted(step.purpose(), Words.millis(took), rows));
  }

  @Override
  public void progress(Progress now) {
    progress.set(Optional.of(now));
  }

  @Override
  public void blocked(Step step, Blocker blocker) {
    screen.line("    waits behind " + blocker);
  }

  @Override
  public void notice(String message) {
    say(message);
  }

  private static String rate(long rows, Duration took) {
    long perSecond = rows * 1_000 / Math.max(1, took.toMillis());
    return "  %s rows, %s/s".formatted(Words.number(rows), Words.number(perSecond));
  }

  private List<String> moving() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    String step = running.get();
    lines.add("    " + progress.get().map(Words::bar).orElse(step));
    meters.forEach(meter -> lines.add("    " + meter.reading()));
    return lines;
  }
}
