package dev.phase.engine;

import dev.phase.engine.execution.Listener;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.time.Duration;

/** Dies at the n-th event that it hears of. */
final class Crash implements Listener {

  private int left;

  Crash(int point) {
    this.left = point;
  }

  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void event() {
    if (left-- == 0) {
      throw new Died();
    }
  }

  @Override
  public void started(Plan plan, boolean resumed) {
    event();
  }

  @Override
  public void preparing(String version) {
    event();
  }

  @Override
  public void started(Step step) {
    event();
  }

  @Override
  public void finished(Step step, Duration took) {
    event();
  }

  @Override
  public void finished(Plan plan) {
    event();
  }
}
