package dev.phase.cli.demo;

import dev.phase.backfill.Progress;
import dev.phase.engine.execution.Blocker;
import dev.phase.engine.execution.Listener;
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
  private long stageBegan;

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
    text.lines().forEach(line -> screen.line(screen.faint("      " + line)));
  }

  /** Shows the counters of an application from now on. */
  void follow(Application application) {
    meters.add(new Meter(application));
  }

  /** Ends the counters, which the facts replace. */
  void facts(List<String> facts) {
    screen.show(List::of);
    chapter("Facts");
    facts.forEach(this::say);
  }

  /** Ends the counters because somebody wants no more. */
  void interrupted() {
    screen.show(List::of);
    screen.line("");
    screen.line("Stopped. The server and its files are gone.");
  }

  @Override
  public void started(Step step) {
    running.set(step.purpose());
    stageBegan = System.nanoTime();
  }

  @Override
  public void finished(Step step, Duration took) {
    progress.getAndSet(Optional.empty()).ifPresent(this::endOfStage);
    running.set("");
    result(step.purpose(), took, "");
  }

  @Override
  public void progress(Progress now) {
    Optional<Progress> before = progress.getAndSet(Optional.of(now));
    before.filter(p -> p.stage() != now.stage()).ifPresent(this::endOfStage);
  }

  @Override
  public void blocked(Step step, Blocker blocker) {
    screen.line("    waits behind " + blocker);
  }

  @Override
  public void notice(String message) {
    say(message);
  }

  private void endOfStage(Progress last) {
    Duration took = Duration.ofNanos(System.nanoTime() - stageBegan);
    long perSecond = last.rowsDone() * 1_000 / Math.max(1, took.toMillis());
    result(
        "  %s %s rows".formatted(Words.past(last.stage()), Words.number(last.rowsDone())),
        took,
        "  %s/s".formatted(Words.number(perSecond)));
    stageBegan = System.nanoTime();
  }

  private void result(String what, Duration took, String more) {
    screen.line("    %-62s %9s%s".formatted(what, Words.millis(took), more));
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
